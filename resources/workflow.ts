import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, integer, text } from './fields.ts';

/** An automation of the sub-account. Only published ones take contacts. */
export const workflow = defineResource('workflow', () =>
  z.object({
    id: id('Workflow ID', '5c3f8a1e-7b2d-4e60-9f14-2a6d8c0b7e35'),
    name: text('Name', 'Welcome new customer'),
    status: text('Status', 'published'),
    version: integer('Version', 3),
    createdAt: dateTime('Created At', '2026-03-02T09:15:00.000Z'),
    updatedAt: dateTime('Updated At', '2026-11-02T16:40:00.000Z'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);
