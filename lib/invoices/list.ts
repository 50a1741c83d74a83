import type { Bundle, ZObject } from 'zapier-platform-core';

import { invoiceList } from '../../resources/invoice.ts';
import { locationOf } from '../connection/location.ts';
import { inWords, sumOf } from '../money/amounts.ts';
import { FIRST_OFFSET, gather } from '../operations/pages.ts';
import { findInvoices, type InvoiceCriteria } from './find.ts';
import { distinct, type Invoice } from './invoices.ts';

const LIMITS = { mostPages: 5, pageMs: 6_000 };

/** Invoices as one text and as line items; undefined where there are none. @param limit the most of them */
export async function listInvoices(
  z: ZObject,
  bundle: Bundle,
  criteria: InvoiceCriteria,
  limit: number,
) {
  const { entries, isEnd } = await gather(
    bundle,
    FIRST_OFFSET,
    (token) => findInvoices(z, bundle, criteria, token),
    (page) => page.invoices,
    { ...LIMITS, most: limit },
  );
  const invoices = distinct(entries).slice(0, limit);
  if (invoices.length === 0) return undefined;
  const totals = new Sums(invoices, ({ total }) => total);
  const due = new Sums(invoices, ({ amountDue }) => amountDue);
  const paid = new Sums(invoices, ({ amountPaid }) => amountPaid);
  return invoiceList.parse({
    id: locationOf(bundle),
    summary: invoices.map(lineOf).join('\n'),
    count: invoices.length,
    hasMore: !isEnd || entries.length > limit,
    totals: totals.inWords,
    totalsDue: due.inWords,
    currency: totals.currency,
    total: totals.only,
    amountDue: due.only,
    amountPaid: paid.only,
    invoices,
  });
}

/** The sums of invoices, one for each currency. */
class Sums {
  readonly #sums: [currency: string, sum: number][];

  constructor(invoices: readonly Invoice[], amountOf: (invoice: Invoice) => number | null) {
    const currencies = new Set(invoices.map(({ currency }) => currency ?? ''));
    this.#sums = [...currencies].map((currency) => {
      const own = invoices.filter((one) => (one.currency ?? '') === currency);
      return [currency, sumOf(own.map((one) => amountOf(one) ?? 0))];
    });
  }

  /** `1600 USD, 200 EUR` */
  get inWords(): string {
    return this.#sums.map(([currency, sum]) => inWords(sum, currency || null)).join(', ');
  }

  /** The currency of all, and their sum; null where there are several. */
  get currency(): string | null {
    return this.#sums.length === 1 ? (this.#sums[0]?.[0] ?? null) : null;
  }

  get only(): number | null {
    return this.#sums.length === 1 ? (this.#sums[0]?.[1] ?? null) : null;
  }
}

function lineOf({ number, name, total, currency, status, dueDate, contactName }: Invoice): string {
  const title = [number, name].filter((part) => part !== null).join(' ');
  const cost = total === null ? null : inWords(total, currency);
  const due = dueDate === null ? null : `due ${dueDate}`;
  const parts = [cost, status, due, contactName].filter((part) => part !== null);
  return `${title || 'Invoice without a name'}: ${parts.join(', ')}`;
}
