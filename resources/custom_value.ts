import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, yesNo } from './fields.ts';

/** A value that the sub-account's templates, workflows and pages share. */
export const customValue = defineResource('custom value', () =>
  z.object({
    id: id('Custom Value ID', 'cVa7Lu3EqWe9RtYuIoPa'),
    name: text('Name', 'Office Hours'),
    value: text('Value', 'Monday to Friday, 9 to 5'),
    fieldKey: text('Key', '{{ custom_values.office_hours }}'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);

/** A custom value that a step changed or created. */
export const savedCustomValue = defineResource('saved custom value', () =>
  z.object({ ...customValue.shape(), isNew: yesNo('Is New', false) }),
);
