import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, integer, lines, text, yesNo } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, conversationLink } from './links.ts';

/** Many messages at once: as one text to read, and as line items. */
export const messageList = defineResource(
  'message list',
  () =>
    z.object({
      id: id('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      transcript: text(
        'Transcript',
        '2026-11-20 10:02 Anna Example: Is Thursday at ten still free?\n2026-11-20 10:09 Sam Agent: Yes, see you then.',
      ),
      count: integer('Number of Messages', 2),
      hasMore: yesNo('Has More', false),
      contactName: text('Contact Name', 'Anna Example'),
      link: text(
        'Conversation Link',
        'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
      ),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      messages: lines('Message', {
        id: text('ID', 'mSg6Tx4KpR9wQz2LvNcY'),
        dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
        author: text('Author', 'Anna Example'),
        direction: text('Direction', 'inbound'),
        channel: text('Channel', 'sms'),
        subject: text('Subject', null),
        text: text('Text', 'Is Thursday at ten still free?'),
        status: text('Status', 'delivered'),
        callDuration: integer('Call Duration in Seconds', null),
        userId: text('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
        emailMessageId: text('Email ID', null),
        attachments: text('Attachment URLs', 'https://example.com/files/photo.jpg'),
      }),
    }),
  (raw) => ({ ...raw, link: conversationLink(raw['locationId'], raw['id']) }),
);

/** Many messages that wait to be sent. HighLevel does not say when they go out. */
export const scheduledMessageList = defineResource('scheduled message list', () =>
  z.object({
    id: id('First Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
    summary: text(
      'Summary',
      'Anna Example (SMS, written 2026-11-20 10:02): See you on Thursday at ten.',
    ),
    count: integer('Number of Messages', 1),
    hasMore: yesNo('Has More', false),
    messages: lines('Message', {
      id: text('ID', 'mSg6Tx4KpR9wQz2LvNcY'),
      contactName: text('Contact Name', 'Anna Example'),
      channel: text('Channel', 'sms'),
      subject: text('Subject', null),
      body: text('Text', 'See you on Thursday at ten.'),
      dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      contactLink: text('Contact Link', CONTACT_LINK_EXAMPLE),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      userId: text('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    }),
  }),
);
