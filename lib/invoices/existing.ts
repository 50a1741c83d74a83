import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { toRecord, type RawRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { notFound } from '../inputs/refusal.ts';
import { GONE } from '../records/details.ts';
import { altOf } from '../records/records.ts';
import { invoices, type Invoice } from './invoices.ts';

/** An invoice as HighLevel sends it. @throws errors.Error where there is none (any more) */
export async function rawInvoice(
  z: ZObject,
  bundle: Bundle,
  invoiceId: string,
): Promise<RawRecord> {
  const { status, data } = await send(z, {
    url: path`/invoices/${invoiceId}`,
    params: altOf(bundle),
    expected: GONE,
  });
  if (status < 400) return toRecord(data);
  throw notFound({ what: 'invoice', label: 'Invoice', id: invoiceId });
}

/** The same as a record. */
export async function existingInvoice(
  z: ZObject,
  bundle: Bundle,
  invoiceId: string,
): Promise<Invoice> {
  return invoices.readOne(bundle, await rawInvoice(z, bundle, invoiceId));
}

/** What a person is told of an invoice that has one of these statuses. */
const ENDED: Readonly<Record<string, string>> = { paid: 'is paid already', void: 'was voided' };

/**
 * Refuses an invoice with which nothing can be done any more.
 *
 * @param what what cannot be done: `sent`
 */
export function refuseEnded({ number, status }: Invoice, what: string): void {
  const why = ENDED[status ?? ''];
  if (why === undefined) return;
  throw new errors.Error(
    `The invoice ${number ?? ''} ${why}, so it cannot be ${what}. Choose another invoice, or add a Filter on its status before this step.`,
    'invoice_ended',
    400,
  );
}
