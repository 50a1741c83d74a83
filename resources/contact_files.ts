import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, integer, text, texts } from './fields.ts';
import { CONTACT_LINK_EXAMPLE } from './links.ts';

/** The files in a custom field of a contact, after some were added. */
export const contactFiles = defineResource("contact's files", () =>
  z.object({
    id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    name: text('Contact Name', 'Anna Example'),
    uploaded: texts('Uploaded Files', ['offer.pdf']),
    uploadedCount: integer('Number of Uploaded Files', 1),
    fileUrls: texts('URLs of All Files', [
      'https://example.com/files/id-card.png',
      'https://example.com/files/offer.pdf',
    ]),
    fileCount: integer('Number of All Files', 2),
    link: text('Contact Link', CONTACT_LINK_EXAMPLE),
    customFieldId: text('Custom Field ID', 'fQ2wEr5TyU8iOp1AsDfG'),
  }),
);
