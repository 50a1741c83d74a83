import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, integer, text, texts } from './fields.ts';

/** A message after its attachments were replaced. */
export const messageAttachments = defineResource('message attachments', () =>
  z.object({
    id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
    attachments: texts('Attachment URLs', ['https://example.com/files/call.mp3']),
    count: integer('Number of Attachments', 1),
  }),
);

/** A file that was uploaded to HighLevel. Its URL is what steps that send take. */
export const uploadedFile = defineResource('uploaded file', () =>
  z.object({
    id: id('URL', 'https://example.com/files/offer.pdf'),
    name: text('File Name', 'offer.pdf'),
    contentType: text('Content Type', 'application/pdf'),
    sizeInBytes: integer('Size in Bytes', 48213),
    conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
  }),
);
