import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, integer, lines, text, texts } from './fields.ts';

/** What became of the tags of many contacts in one step. */
export const contactTagUpdates = defineResource('contact tag updates', () =>
  z.object({
    summary: text('Summary', '2 of 3 contacts updated; 1 not found.'),
    updatedCount: integer('Updated', 2),
    notFoundCount: integer('Not Found', 1),
    failedCount: integer('Failed', 0),
    notStartedCount: integer('Not Started (Out of Time)', 0),
    tags: texts('Tags', ['vip']),
    notFound: texts('Contacts Not Found', ['nobody@example.com']),
    failed: texts('Failed Contact IDs', []),
    notStarted: texts('Contacts Not Started', []),
    results: lines('Result', {
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      outcome: text('Outcome', 'updated'),
      entry: text('Entry', 'nobody@example.com'),
      problem: text('Problem', 'No contact in this sub-account has it.'),
    }),
    id: id('Run ID', '5f2c9a7e41b8d036'),
  }),
);
