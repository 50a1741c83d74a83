import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import { modeFilterField } from './filter_fields.ts';
import { rawInvoices, type Invoice } from './invoices.ts';
import { contactFilterField } from '../contacts/fields.ts';

/** What the events of invoices may be asked for. */
export const eventFilters = defineInputFields([
  contactFilterField('invoices'),
  {
    key: 'minimumTotal',
    label: 'Minimum Total',
    type: 'number',
    meta: { kind: 'amount' },
    helpText: 'Only invoices of at least this total in any currency. Leave blank for any.',
  },
  modeFilterField,
]);

export interface EventFilters {
  contactId?: string;
  minimumTotal?: number;
  paymentMode?: string;
}

/** Whether a person asked for an invoice. */
export function isAskedFor(
  { contactId, total, isLive }: Invoice,
  { contactId: wanted, minimumTotal, paymentMode }: EventFilters,
): boolean {
  return (
    (wanted === undefined || wanted === contactId) &&
    (minimumTotal === undefined || (total ?? 0) >= minimumTotal) &&
    (paymentMode === undefined || (paymentMode === 'live') === (isLive !== false))
  );
}

/** Invoices for a test in the editor, those issued last first. @param status without it any */
export function someInvoices(status?: string) {
  return (z: ZObject, bundle: Bundle<EventFilters & Record<string, unknown>>) => {
    const { contactId, paymentMode } = bundle.inputData;
    return rawInvoices(z, bundle, { contactId, paymentMode, status });
  };
}
