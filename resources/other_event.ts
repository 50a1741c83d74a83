import * as z from 'zod';

import { defineResource } from './define.ts';
import type { Output } from './derive.ts';
import { dateTime, id, jsonObject, lead, text } from './fields.ts';
import { toRecord } from './values.ts';

/** Any of HighLevel's events, its fields as they come. */
export const otherEvent = defineResource(
  'event',
  () =>
    z.object({
      eventName: lead(text('Event Name', 'AssociationCreate')),
      occurredAt: lead(dateTime('Occurred At', '2026-11-20T10:02:00.000Z')),
      data: jsonObject('Data'),
      id: id('Webhook ID', '0198f0a2-2d00-7000-8000-00000000000a'),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  (raw) => ({ ...raw, occurredAt: toRecord(raw['data'])['timestamp'] }),
);

/** What one event has: which fields another one has is not known before. */
const EXAMPLE = [
  ['key', 'Key', 'pet_owner'],
  ['associationType', 'Association Type', 'USER_DEFINED'],
  ['firstObjectLabel', 'First Object Label', 'Owner'],
  ['firstObjectKey', 'First Object Key', 'contact'],
  ['secondObjectLabel', 'Second Object Label', 'Pet'],
  ['secondObjectKey', 'Second Object Key', 'custom_objects.pets'],
  ['id', 'ID', '67ade73d91ab6dc5b0d3d6f7'],
] as const;

/** Sample and output fields, with those of an event for example. */
export function outputWithExample(): Output {
  const data = Object.fromEntries(EXAMPLE.map(([key, , value]) => [key, value]));
  const { outputFields, sample } = otherEvent.outputOf({ data });
  return {
    sample,
    outputFields: [
      ...outputFields,
      ...EXAMPLE.map(([key, label]) => ({ key: `data__${key}`, label: `Data ${label}` })),
    ],
  };
}
