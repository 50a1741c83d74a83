import * as z from 'zod';

import { defineResource } from './define.ts';
import { decimal, id, integer, text, yesNo } from './fields.ts';

/** A stage of a pipeline, with the names of both. */
export const pipelineStage = defineResource('pipeline stage', () =>
  z.object({
    id: id('Stage ID', 'sTg2Pr0PoS4lS6eNt8Qw'),
    name: text('Stage', 'Proposal Sent'),
    pipelineName: text('Pipeline', 'Sales'),
    number: integer('Number in Pipeline', 2),
    isFirst: yesNo('Is First', false),
    isLast: yesNo('Is Last', false),
    winProbability: decimal('Win Probability', 40),
    pipelineId: text('Pipeline ID', 'pLn5Sa1EsQ8wE3rT6yUi'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);

/** A reason for which opportunities are lost. */
export const lostReason = defineResource('lost reason', () =>
  z.object({
    id: id('Lost Reason ID', 'lRs8To0OeX2pEn4SiVe6'),
    name: text('Lost Reason', 'Price'),
  }),
);
