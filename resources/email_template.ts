import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, lead, text, yesNo } from './fields.ts';

/** A template of the email builder. */
export const emailTemplate = defineResource(
  'email template',
  () =>
    z.object({
      name: lead(text('Name', 'Welcome')),
      previewUrl: lead(text('Preview URL', 'https://example.com/templates/welcome')),
      templateType: text('Type', 'html'),
      isPlainText: yesNo('Is Plain Text', false),
      createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
      updatedBy: text('Author ID', 'uS3rPq8LmN2vXc7ZtYwE'),
      id: id('Email Template ID', '65f1a2b3c4d5e6f708192a3b'),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  (raw) => ({
    ...raw,
    createdAt: raw['createdAt'] ?? raw['dateAdded'],
    updatedAt: raw['updatedAt'] ?? raw['lastUpdated'],
  }),
);
