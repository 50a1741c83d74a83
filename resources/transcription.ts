import * as z from 'zod';

import { callItem } from './call.ts';
import { defineResource } from './define.ts';
import {
  dateTime,
  decimal,
  file,
  id,
  integer,
  lead,
  lines,
  nested,
  text,
  yesNo,
} from './fields.ts';

/** What was said in a call, from HighLevel's sentences; empty while there is none. */
export const transcriptionContent = defineResource('transcription content', () =>
  z.object(contentFields()),
);

/** The transcription of a call with the file to download. */
export const transcription = defineResource('transcription', () =>
  z.object({
    id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
    isReady: yesNo('Is Ready', true),
    ...contentFields(),
    file: file('Transcript File', 'https://example.com/files/call.txt'),
    dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
  }),
);

function contentFields() {
  return {
    text: lead(
      text(
        'Text',
        'Speaker 1: Example Studio, good morning.\nSpeaker 2: Hello, I would like to book.',
      ),
    ),
    sentenceCount: integer('Number of Sentences', 2),
    sentences: lines('Sentence', {
      speaker: text('Speaker', 'Speaker 1'),
      start: decimal('Start in Seconds', 3.5),
      end: decimal('End in Seconds', 6.25),
      text: text('Text', 'Example Studio, good morning.'),
      confidence: decimal('Confidence', 0.94),
    }),
  };
}

/** A call whose transcription exists. */
export const transcribedCall = defineResource('transcribed call', () => {
  const { contactId, conversationId, userId, locationId, attachments, ...call } = callItem.shape();
  return z.object({
    ...call,
    transcription: nested('Transcript', transcriptionContent.shape()),
    ...{ contactId, conversationId, userId, locationId, attachments },
  });
});
