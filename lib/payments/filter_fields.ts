import { defineInputFields } from 'zapier-platform-core';

import { ORDER_SOURCES } from '../../resources/order.ts';
import { contactFilterField } from '../contacts/fields.ts';

/** Whether money moves, or payments are only tried out. */
export const modeField = {
  key: 'mode',
  label: 'Mode',
  type: 'string',
  choices: { live: 'Live', test: 'Test', any: 'Live and Test' },
  helpText:
    '**Live** is real money. **Test** is what was paid in test mode. Leave blank for **Live**.',
} as const;

export const sourceTypesField = {
  key: 'sourceTypes',
  label: 'Source Types',
  type: 'string',
  list: true,
  choices: ORDER_SOURCES,
  helpText: 'Only what comes from these, such as a funnel or an invoice. Leave blank for any.',
} as const;

/** How people tell payments by card from others. */
export const CARDS_ONLY =
  'For cards only, continue with a Filter step on Is Card. The card, such as Visa 4242, is in the method.';

/** What the triggers of payments may be asked for. */
export const paymentFilters = defineInputFields([
  sourceTypesField,
  modeField,
  {
    key: 'minimumAmount',
    label: 'Minimum Amount',
    type: 'number',
    meta: { kind: 'amount' },
    helpText: 'Only payments of at least this amount in any currency. Leave blank for any.',
  },
  contactFilterField('payments'),
]);

/** The same in what the triggers get. */
export interface AskedFor {
  sourceTypes?: string[];
  mode?: string;
  minimumAmount?: number;
  contactId?: string;
}

/** What filters look at. */
interface Bought {
  sourceType: string | null;
  amount: number | null;
  contactId: string | null;
  isLive: boolean | null;
}

/** Whether a person asked for it. */
export function isAskedFor(
  entry: Bought,
  { sourceTypes, minimumAmount, contactId, mode = 'live' }: AskedFor,
): boolean {
  const isOfMode = mode === 'any' || (entry.isLive ?? true) === (mode === 'live');
  return (
    isOfMode &&
    (sourceTypes === undefined || sourceTypes.includes(entry.sourceType ?? '')) &&
    (minimumAmount === undefined || (entry.amount ?? 0) >= minimumAmount) &&
    (contactId === undefined || entry.contactId === contactId)
  );
}
