import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, text, texts } from './fields.ts';
import { plainText } from './html.ts';
import { isRecord, toList, toRecord, toText } from './values.ts';

/** A message template of the sub-account, for text messages, email or WhatsApp. */
export const template = defineResource(
  'template',
  () =>
    z.object({
      id: id('Template ID', 'tPl5Zx8CvB1nMq4WeRtY'),
      name: text('Name', 'Appointment reminder'),
      type: text('Template Type', 'email'),
      subject: text('Subject', 'Your appointment tomorrow'),
      body: text('Text', 'Hi Anna, see you tomorrow at nine.'),
      html: text('HTML', '<p>Hi Anna, see you tomorrow at nine.</p>'),
      attachments: texts('Attachment URLs', ['https://example.com/files/map.pdf']),
      dateAdded: dateTime('Created At', '2026-06-01T12:00:00.000Z'),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  (raw) => {
    const content = toRecord(raw['template']);
    const html = toText(content['html']);
    const files = [...toList(content['attachments']), ...toList(raw['urlAttachments'])];
    return {
      ...raw,
      subject: content['subject'],
      body: content['body'] ?? (html === null ? null : plainText(html)),
      html,
      attachments: files.map((file) => (isRecord(file) ? file['url'] : file)),
    };
  },
);
