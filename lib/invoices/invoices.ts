import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { invoice } from '../../resources/invoice.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { PAGE_SIZE } from '../operations/choices.ts';
import { altOf, defineRecords } from '../records/records.ts';
import { FIRST_OFFSET, nextOffset } from '../operations/pages.ts';

export type Invoice = RecordOf<typeof invoice>;

/** The invoices of a sub-account. */
export const invoices = defineRecords(invoice, {
  path: '/invoices/',
  withLocation: ['get', 'create', 'update', 'delete'],
  isAlt: true,
});

/** What HighLevel filters invoices by. */
export interface InvoiceFilters {
  /** Part of a name, or a contact's name, email address or phone number. */
  search?: string;
  contactId?: string;
  status?: string;
  /** `live` or `test`; both without it. */
  paymentMode?: string;
  /** Days, such as `2026-12-01`: issued from the one until the other. */
  startAt?: string;
  endAt?: string;
}

/** A page of invoices and the token of the next one. */
export interface InvoicePage {
  invoices: Invoice[];
  next: string | null;
}

/**
 * A page of up to 100 invoices, those issued last first.
 *
 * @param token the token of a page that this function gave before
 */
export async function invoicesPage(
  z: ZObject,
  bundle: Bundle,
  filters: InvoiceFilters,
  token = FIRST_OFFSET,
): Promise<InvoicePage> {
  const page = await rawInvoices(z, bundle, filters, token);
  return {
    invoices: page.map((raw) => invoices.readOne(bundle, raw)),
    next: nextOffset(token, page),
  };
}

/** The same invoices as HighLevel sends them. */
export async function rawInvoices(
  z: ZObject,
  bundle: Bundle,
  filters: InvoiceFilters,
  offset = FIRST_OFFSET,
): Promise<RawRecord[]> {
  const order = { sortField: 'issueDate', sortOrder: 'descend' };
  const limits = { limit: String(PAGE_SIZE), offset };
  const { data } = await send(z, {
    url: '/invoices/',
    params: { ...altOf(bundle), ...filters, ...order, ...limits },
  });
  return toList(toRecord(data)['invoices']).filter(isRecord);
}

/** Each of some bills once: one that is added while a list is read moves others to the next page. */
export function distinct<Bill extends { id: string }>(bills: readonly Bill[]): Bill[] {
  return [...new Map(bills.map((bill) => [bill.id, bill])).values()];
}
