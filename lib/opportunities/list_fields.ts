import { defineInputFields } from 'zapier-platform-core';

import { readPeriod } from '../inputs/dates.ts';
import { dateField, limitField } from '../inputs/common_fields.ts';
import { MOVING_DATE_HELP } from '../inputs/help.ts';
import { invalid } from '../inputs/refusal.ts';
import { inGroup } from '../operations/groups.ts';
import { lostReasonField } from './fields.ts';
import { checkCustomField, minimumValueField, sourceFilterField } from './filter_fields.ts';
import type { OpportunityFilters, SortField } from './opportunities.ts';

/** How opportunities are sorted. */
interface Order {
  sort: SortField;
  direction: 'asc' | 'desc';
}

const NEWEST_FIRST: Order = { sort: 'date_added', direction: 'desc' };

const OTHER_ORDERS: Readonly<Record<string, Order>> = {
  oldest: { sort: 'date_added', direction: 'asc' },
  updated: { sort: 'date_updated', direction: 'desc' },
  stale: { sort: 'date_updated', direction: 'asc' },
  stage: { sort: 'last_stage_change_date', direction: 'desc' },
  value: { sort: 'monetary_value', direction: 'desc' },
  name: { sort: 'name', direction: 'asc' },
};

/** The order that a step chose; the newest first without a choice. */
export function orderOf(choice = ''): Order {
  return OTHER_ORDERS[choice] ?? NEWEST_FIRST;
}

const filterFields = defineInputFields([
  { ...lostReasonField, helpText: 'Only opportunities lost for this reason.' },
  sourceFilterField,
  minimumValueField,
  {
    key: 'maximumValue',
    label: 'Maximum Value',
    type: 'number',
    meta: { kind: 'amount' },
    helpText: 'Only opportunities of at most this value.',
  },
  dateField('createdAfter', 'Created After', 'Only opportunities created from this time on.'),
  dateField('createdBefore', 'Created Before', 'Only opportunities created up to this time.'),
  dateField('updatedAfter', 'Updated After', 'Only opportunities last changed from this time on.'),
  dateField(
    'updatedBefore',
    'Updated Before',
    `Only opportunities not changed since this time. ${MOVING_DATE_HELP}`,
  ),
]);

const resultFields = defineInputFields([
  {
    key: 'order',
    label: 'Sort By',
    type: 'string',
    choices: {
      newest: 'Newest First',
      oldest: 'Oldest First',
      updated: 'Last Updated First',
      stale: 'Longest Unchanged First',
      stage: 'Last Moved First',
      value: 'Highest Value First',
      name: 'Name',
    },
    helpText: 'Leave blank for the newest first.',
  },
  limitField('opportunities'),
]);

/** The headings of the form for many opportunities. */
export const LIST_GROUPS = {
  filters: { key: 'filterGroup', label: 'More Filters' },
  results: { key: 'resultGroup', label: 'Results' },
} as const;

/** What a list of opportunities is narrowed, sorted and cut by, besides what one is searched by. */
export const listFields = defineInputFields([
  ...inGroup(LIST_GROUPS.filters, filterFields),
  ...inGroup(LIST_GROUPS.results, resultFields),
]);

/** @throws errors.Error for filters that nothing can match, or that are filled in by half */
export function checkFilters(
  filters: OpportunityFilters,
  timezone: string | null | undefined,
): void {
  checkCustomField(filters);
  checkRange(filters);
  readPeriod(
    { label: 'Created After', time: filters.createdAfter },
    { label: 'Created Before', time: filters.createdBefore },
    timezone,
  );
  readPeriod(
    { label: 'Updated After', time: filters.updatedAfter },
    { label: 'Updated Before', time: filters.updatedBefore },
    timezone,
  );
}

/** @throws errors.Error where the least value is above the largest */
function checkRange({ minimumValue, maximumValue }: OpportunityFilters): void {
  if (minimumValue === undefined || maximumValue === undefined) return;
  if (minimumValue <= maximumValue) return;
  throw invalid(
    `Nothing can match: "Minimum Value" (${String(minimumValue)}) is above "Maximum Value" (${String(maximumValue)}).`,
    'Swap the two, or empty one of the fields.',
  );
}
