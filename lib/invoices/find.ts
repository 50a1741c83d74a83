import type { Bundle, ZObject } from 'zapier-platform-core';

import { FIRST_OFFSET, gather } from '../operations/pages.ts';
import { invoicesPage, type Invoice, type InvoiceFilters, type InvoicePage } from './invoices.ts';
import { isNumbered, looksLikeNumber } from './numbers.ts';

/** What an invoice is found by; all that is given must hold. */
export interface InvoiceCriteria extends Omit<InvoiceFilters, 'search'> {
  /** A number, part of a name, or the contact's name, email address or phone number. */
  query?: string;
}

/** HighLevel's search does not look at numbers: so many pages are looked through for one. */
const LIMITS = { mostPages: 3, pageMs: 6_000 };

/**
 * A page of invoices, those that are still to be paid first.
 *
 * @param token the token of a page that this function gave before
 */
export async function findInvoices(
  z: ZObject,
  bundle: Bundle,
  { query, ...filters }: InvoiceCriteria,
  token = FIRST_OFFSET,
): Promise<InvoicePage> {
  const isFirst = token === FIRST_OFFSET;
  if (query !== undefined && isFirst && looksLikeNumber(query)) {
    const numbered = await withNumber(z, bundle, filters, query);
    if (numbered.length > 0) return { invoices: numbered, next: null };
  }
  const page = await invoicesPage(z, bundle, { ...filters, search: query }, token);
  return { ...page, invoices: page.invoices.toSorted((a, b) => openness(b) - openness(a)) };
}

async function withNumber(
  z: ZObject,
  bundle: Bundle,
  filters: InvoiceFilters,
  number: string,
): Promise<Invoice[]> {
  const { entries } = await gather(
    bundle,
    FIRST_OFFSET,
    (token) => invoicesPage(z, bundle, filters, token),
    (page) => page.invoices.filter((one) => isNumbered(one.number, number)),
    { ...LIMITS, most: 0 },
  );
  return entries;
}

function openness({ status, amountDue }: Invoice): number {
  return Number(status !== 'paid' && status !== 'void' && (amountDue ?? 0) > 0);
}
