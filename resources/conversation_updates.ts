import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, integer, lines, text, texts, yesNo } from './fields.ts';

/** What became of many conversations in one step. */
export const conversationUpdates = defineResource('conversation updates', () =>
  z.object({
    summary: text('Summary', '2 of 3 conversations updated; 1 failed.'),
    updatedCount: integer('Updated', 2),
    failedCount: integer('Failed', 1),
    notStartedCount: integer('Not Started (Out of Time)', 0),
    failedIds: texts('Failed Conversation IDs', ['cVn5Qe2aTzX8wLr4KpYc']),
    notStartedIds: texts('Not Started Conversation IDs', ['cVn5Qe2aTzX8wLr4KpYd']),
    results: lines('Result', {
      conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      outcome: text('Outcome', 'updated'),
      isUnread: yesNo('Is Unread', false),
      starred: yesNo('Is Starred', true),
      problem: text('Problem', 'HighLevel cannot find this record.'),
    }),
    id: id('Run ID', '5f2c9a7e41b8d036'),
  }),
);
