import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text } from './fields.ts';

/** A form of the sub-account. HighLevel tells its name, and not its questions. */
export const form = defineResource('form', () =>
  z.object({
    id: id('Form ID', 'fRm3Ty7UiOp2LkJhGfDs'),
    name: text('Name', 'New Patient'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);

/** A survey of the sub-account. */
export const survey = defineResource('survey', () =>
  z.object({
    id: id('Survey ID', 'sRv5Qw9ErTy1UiOpAsDf'),
    name: text('Name', 'After the Visit'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);
