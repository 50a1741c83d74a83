import type { Bundle, ZObject } from 'zapier-platform-core';

import { toDay, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { isBlank, send, withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { nothingToChange } from '../inputs/alternatives.ts';
import { altOf } from '../records/records.ts';
import { discountOf, hasDiscount } from './discount.ts';
import { rawInvoice, refuseEnded } from './existing.ts';
import { invoices, type Invoice } from './invoices.ts';
import { billLines, linesIn, type ItemInput } from './line_items.ts';
import { lastDayOf, read, type InvoiceInput } from './write.ts';

/** What may be changed of an invoice. */
export type InvoiceChanges = Omit<InvoiceInput, 'contactId' | 'currency' | 'mode' | 'items'> & {
  items?: readonly ItemInput[];
};

/** What HighLevel takes when it replaces an invoice. */
const KEPT = [
  'name',
  'title',
  'currency',
  'description',
  'businessDetails',
  'contactDetails',
  'termsNotes',
  'discount',
  'invoiceItems',
  'automaticTaxesEnabled',
  'liveMode',
  'issueDate',
  'dueDate',
  'paymentSchedule',
  'tipsConfiguration',
  'xeroDetails',
  'invoiceNumberPrefix',
  'paymentMethods',
  'attachments',
  'miscellaneousCharges',
];

/**
 * Changes an invoice; what is not given stays. HighLevel replaces all of it: it is read first, and sent
 * back with the changes.
 *
 * @throws errors.Error when nothing is given, and for an invoice that is paid or void
 */
export async function updateInvoice(
  z: ZObject,
  bundle: Bundle,
  invoiceId: string,
  changes: InvoiceChanges,
): Promise<Invoice> {
  if (isBlank(changes)) {
    throw nothingToChange({ besides: 'Invoice' });
  }
  const raw = await rawInvoice(z, bundle, invoiceId);
  const current = invoices.readOne(bundle, raw);
  refuseEnded(current, 'changed');
  const { data } = await send(z, {
    method: 'PUT',
    url: path`/invoices/${invoiceId}`,
    body: { ...altOf(bundle), ...(await replaced(z, bundle, raw, changes)) },
  });
  return read(bundle, data);
}

async function replaced(
  z: ZObject,
  bundle: Bundle,
  raw: RawRecord,
  changes: InvoiceChanges,
): Promise<RawRecord> {
  const currency = toText(raw['currency']) ?? '';
  const lines = changes.items && (await billLines(z, bundle, changes.items, currency));
  const kept = Object.fromEntries(KEPT.map((key) => [key, raw[key]]));
  const issueDate = changes.issueDate ?? dayIn(raw['issueDate']);
  const dueDate = changes.dueDate ?? dayIn(raw['dueDate']);
  const items = toList(raw['invoiceItems']).map(toRecord);
  return {
    ...kept,
    ...withoutGaps({
      name: changes.name,
      title: changes.title,
      termsNotes: changes.terms,
      invoiceItems: lines?.map(({ body }) => body),
    }),
    invoiceNumber: changes.invoiceNumber ?? toText(raw['invoiceNumber']),
    issueDate,
    dueDate: lastDayOf({ issueDate, lastDay: dueDate }, dueDate, 'Due Date'),
    contactDetails: payerIn(raw['contactDetails']),
    discount: hasDiscount(changes)
      ? discountOf(changes, lines ?? linesIn(items, currency), currency)
      : raw['discount'],
  };
}

/** HighLevel writes some days with a time. */
function dayIn(value: unknown): string {
  return toDay(value) ?? '';
}

/** Both ways to reach the contact must be named, even where there are none. */
function payerIn(value: unknown): RawRecord {
  return { email: '', phoneNo: '', ...withoutGaps(toRecord(value)) };
}
