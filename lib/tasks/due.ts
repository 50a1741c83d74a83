import type { Bundle } from 'zapier-platform-core';

import { readPeriod } from '../inputs/dates.ts';
import { dueAfterField, dueBeforeField } from './list_fields.ts';

/** When tasks are due; ISO 8601. */
export interface DueInput {
  dueAfter?: string;
  dueBefore?: string;
}

/**
 * Whether a task is due when a person asked for: HighLevel filters by no date.
 *
 * @throws errors.Error for a period that ends before it starts
 */
export function dueFilter(bundle: Bundle, { dueAfter, dueBefore }: DueInput) {
  const { startDate, endDate } = readPeriod(
    { label: dueAfterField.label, time: dueAfter },
    { label: dueBeforeField.label, time: dueBefore },
    bundle.meta.timezone,
  );
  return ({ dueDate }: { dueDate: string | null }): boolean => {
    if (!startDate && !endDate) return true;
    const due = Date.parse(dueDate ?? '');
    return due >= (startDate?.getTime() ?? -Infinity) && due <= (endDate?.getTime() ?? Infinity);
  };
}
