import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { type overdueInvoice } from '../../resources/overdue_invoice.ts';
import { DAY_MS } from '../inputs/days.ts';
import { FIRST_OFFSET, pagesOf } from '../operations/pages.ts';
import { eventFilters, isAskedFor, type EventFilters } from './events.ts';
import { distinct, invoicesPage, type Invoice } from './invoices.ts';
import { todayOf } from './settings.ts';

/** How many days after its due date, and which invoices. */
export const overdueFields = defineInputFields([
  {
    key: 'daysOverdue',
    label: 'Days Overdue',
    type: 'integer',
    meta: { min: 1, max: 365 },
    default: '1',
    helpText:
      'How many days after the due date to trigger, in the time zone of your sub-account. `1` is the day after it.',
  },
  ...eventFilters,
]);

export type OverdueInvoice = RecordOf<typeof overdueInvoice>;

/** HighLevel has no status for overdue invoices: those that wait for money are looked through. */
const WAITING = ['sent', 'partially_paid'];

/** So many of each status are looked through, in pages of 100. */
const LIMITS = { mostPages: 5, pageMs: 6_000 };

/**
 * The invoices that are overdue, the latest due first. Two requests, and one more for each further 100
 * unpaid invoices of a status; one a day for the time zone.
 */
export async function overdueInvoices(
  z: ZObject,
  bundle: Bundle,
  { daysOverdue = 1, ...filters }: EventFilters & { daysOverdue?: number },
): Promise<OverdueInvoice[]> {
  const today = await todayOf(z, bundle);
  // In the editor's test any that is unpaid will do.
  const least = bundle.meta.isLoadingSample ? -Infinity : daysOverdue;
  const found: OverdueInvoice[] = [];
  for (const status of WAITING) {
    for (const entry of await waiting(z, bundle, { ...filters, status })) {
      const days = daysBetween(entry.dueDate, today);
      if (days === null || days < least || !isAskedFor(entry, filters)) continue;
      found.push({ ...entry, daysOverdue: Math.max(0, days) });
    }
  }
  return distinct(found).toSorted((one, other) =>
    (other.dueDate ?? '').localeCompare(one.dueDate ?? ''),
  );
}

async function waiting(
  z: ZObject,
  bundle: Bundle,
  { contactId, paymentMode, status }: EventFilters & { status: string },
): Promise<Invoice[]> {
  const read = (token: string) =>
    invoicesPage(z, bundle, { contactId, paymentMode, status }, token);
  const found: Invoice[] = [];
  for await (const page of pagesOf(bundle, FIRST_OFFSET, read, LIMITS)) {
    found.push(...page.invoices.filter(({ amountDue }) => amountDue === null || amountDue > 0));
    if (bundle.meta.isLoadingSample) break;
  }
  return found;
}

/** How many days a day is before another; null where it is not known. */
function daysBetween(day: string | null, other: string): number | null {
  return day === null ? null : (Date.parse(other) - Date.parse(day)) / DAY_MS;
}
