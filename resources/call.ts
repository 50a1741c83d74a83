import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, file, files, id, integer, lead, nested, text, texts } from './fields.ts';

/** How a call ended, as people say it. */
export const CALL_OUTCOMES = {
  answered: 'Answered',
  missed: 'Missed (busy, no answer, failed or canceled)',
  voicemail: 'Voicemail',
} as const;

export type CallOutcome = keyof typeof CALL_OUTCOMES;

/** A call as the trigger gives it: a message on the channels `call` and `voicemail`, and its files. */
export const callItem = defineResource('call', () =>
  z.object({
    id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
    outcome: lead(text('Outcome', 'answered')),
    direction: lead(text('Direction', 'inbound')),
    callDuration: lead(integer('Duration in Seconds', 95)),
    from: lead(text('From', '+15550100123')),
    to: lead(text('To', '+15550100100')),
    dateAdded: lead(dateTime('Created At', '2026-11-20T10:02:00.000Z')),
    link: lead(
      text(
        'Conversation Link',
        'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
      ),
    ),
    recordingFile: lead(file('Recording', 'https://example.com/files/call.wav')),
    transcriptFile: lead(file('Transcript File', 'https://example.com/files/call.txt')),
    channel: text('Channel', 'call'),
    callStatus: text('Call Status', 'completed'),
    status: text('Message Status', 'completed'),
    source: text('Source', 'app'),
    attachmentFiles: files('Attachments', ['https://example.com/files/call.mp3']),
    contact: nested('Contact', contactSummary.shape()),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    userId: text('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    attachments: texts('Attachment URLs', ['https://example.com/files/call.mp3']),
  }),
);

const OUTCOME_BY_STATUS: Record<string, CallOutcome> = {
  answered: 'answered',
  completed: 'answered',
  connected: 'answered',
  busy: 'missed',
  canceled: 'missed',
  cancelled: 'missed',
  failed: 'missed',
  missed: 'missed',
  'no-answer': 'missed',
  rejected: 'missed',
  undelivered: 'missed',
};

/**
 * How a call ended, or null while it goes on. Either of its two statuses says that it reached the
 * voicemail: the message's own for an inbound call, the call's for an outbound one.
 */
export function outcomeOf(call: {
  channel: string | null;
  callStatus: string | null;
  status: string | null;
}): CallOutcome | null {
  const statuses = [call.callStatus, call.status].flatMap((status) =>
    status === null ? [] : [status.toLowerCase().replaceAll(/[\s_]+/g, '-')],
  );
  if (call.channel === 'voicemail' || statuses.includes('voicemail')) return 'voicemail';
  const known = statuses.find((status) => status in OUTCOME_BY_STATUS);
  return known === undefined ? null : (OUTCOME_BY_STATUS[known] ?? null);
}
