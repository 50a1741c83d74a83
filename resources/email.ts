import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, files, id, text, texts } from './fields.ts';
import { plainText } from './html.ts';
import { isRecord, toText, toUrls, type RawRecord } from './values.ts';

/** One email, flat as the specification has it or wrapped in `emailMessage` as it really comes. */
export const email = defineResource(
  'email',
  () =>
    z.object({
      id: id('Email ID', 'eM4iLk9QwZ7xTn2RvBpC'),
      ...emailDetails(),
      direction: text('Direction', 'inbound'),
      status: text('Status', 'delivered'),
      source: text('Source', 'app'),
      dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      threadId: text('Thread ID', 'tHr3Ad8LmQ5wXv2ZyKcN'),
      replyToMessageId: text('Reply to Email ID', 'eM4iLk9QwZ7xTn2RvBpB'),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  readEmail,
);

/** What an email says; one that was deleted has none of these. */
export const emailContent = defineResource(
  'email content',
  () => z.object(emailDetails()),
  readEmail,
);

/** What an email has beside the text, subject, addresses and files of other messages. */
export const emailExtras = defineResource(
  'email extras',
  () => z.object({ html: text('HTML', null), cc: texts('CC', []), bcc: texts('BCC', []) }),
  readEmail,
);

function emailDetails() {
  return {
    subject: text('Subject', 'Your appointment on Thursday'),
    text: text('Text', 'Is Thursday at ten still free?'),
    from: text('From', 'Anna Example <anna@example.com>'),
    to: texts('To', ['hello@example.com']),
    cc: texts('CC', ['office@example.com']),
    bcc: texts('BCC', ['archive@example.com']),
    html: text('HTML', '<p>Is Thursday at ten still free?</p>'),
    attachments: files('Attachments', ['https://example.com/files/offer.pdf']),
  };
}

function readEmail(raw: RawRecord): RawRecord {
  const inner = isRecord(raw['emailMessage']) ? raw['emailMessage'] : raw;
  const body = toText(inner['body']) ?? toText(inner['html']);
  return {
    ...inner,
    attachments: toUrls(inner['attachments']),
    html: body,
    text: body === null ? null : plainText(body),
  };
}
