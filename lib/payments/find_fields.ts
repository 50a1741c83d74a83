import { defineInputFields } from 'zapier-platform-core';

import { readPeriod } from '../inputs/dates.ts';
import { dateField } from '../inputs/common_fields.ts';
import { modeField, sourceTypesField } from './filter_fields.ts';
import type { PaymentFilters } from './page.ts';
import { contactFilterField } from '../contacts/fields.ts';

/** What orders, payments and subscriptions are all found by. @param what they are, in the plural */
export function findFields<const What extends string>(what: What) {
  return defineInputFields([
    contactFilterField(what),
    {
      key: 'query',
      label: 'Search Text',
      type: 'string',
      helpText: `Words to search ${what} for, as in HighLevel's search box, such as a name or an email address.`,
    },
    {
      ...sourceTypesField,
      helpText: `Only ${what} from these, such as a funnel or an invoice. Leave blank for any.`,
    },
    dateField('createdAfter', 'Created After', `Only ${what} from this time on.`),
    dateField('createdBefore', 'Created Before', `Only ${what} up to this time.`),
    modeField,
  ]);
}

/** The same in what a search gets. */
export interface FindInput {
  contactId?: string;
  query?: string;
  sourceTypes?: string[];
  createdAfter?: string;
  createdBefore?: string;
  mode?: string;
}

/** @throws errors.Error for a period that ends before it starts */
export function filtersIn(
  { contactId, query, mode, createdAfter, createdBefore }: FindInput,
  timezone: string | null | undefined,
): PaymentFilters {
  const { startDate, endDate } = readPeriod(
    { label: 'Created After', time: createdAfter },
    { label: 'Created Before', time: createdBefore },
    timezone,
  );
  return { contactId, query, mode, from: startDate?.getTime(), until: endDate?.getTime() };
}
