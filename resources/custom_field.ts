import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, integer, text, texts } from './fields.ts';

/** A field that the sub-account added to its contacts or opportunities. */
export const customField = defineResource('custom field', () =>
  z.object({
    id: id('Custom Field ID', 'fQ2wEr5TyU8iOp1AsDfG'),
    name: text('Name', 'Membership'),
    fieldKey: text('Key', 'contact.membership'),
    dataType: text('Data Type', 'SINGLE_OPTIONS'),
    model: text('Belongs To', 'contact'),
    picklistOptions: texts('Options', ['Silver', 'Gold']),
    placeholder: text('Placeholder', 'Choose one'),
    position: integer('Position', 50),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);
