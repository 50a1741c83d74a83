import type { Bundle, ZObject } from 'zapier-platform-core';

import { invoice } from '../../resources/invoice.ts';
import { toRecord, type RawRecord } from '../../resources/values.ts';
import { send, type ApiRequest } from '../http/client.ts';
import { throwFailure } from '../http/failures.ts';
import { altOf } from '../records/records.ts';
import { discountOf, type DiscountInput } from './discount.ts';
import { billLines, nameOfFirst, type ItemInput } from './line_items.ts';
import { addressesFor, checkReach, lackingDetails, payerOf, waysTo, type Payer } from './payer.ts';
import { senderOf } from './sender.ts';
import { daysAfter, settingsOf, todayOf } from './settings.ts';
import { locationOf } from '../connection/location.ts';
import { invalid } from '../inputs/refusal.ts';

/** What invoices and estimates are made of, in the words of lib/invoices/bill_fields.ts. */
export interface BillInput extends DiscountInput {
  contactId: string;
  name?: string;
  currency: string;
  items?: readonly ItemInput[];
  issueDate?: string;
  title?: string;
  terms?: string;
  /** `live` or `test`. */
  mode?: string;
}

export interface InvoiceInput extends BillInput {
  dueDate?: string;
  invoiceNumber?: string;
}

/** A bill as HighLevel wants it, and who pays it. */
export interface NewBill {
  body: RawRecord;
  payer: Payer;
  issueDate: string;
  /** The last day by the settings. */
  lastDay: string;
}

/**
 * What HighLevel demands of every bill: what a person filled in, and the rest from the sub-account's
 * settings and the contact.
 *
 * @param sendBy how it will be sent, where it is sent right away
 * @throws errors.Error for what is missing or does not fit, with the labels of the fields
 */
export async function newBill(
  z: ZObject,
  bundle: Bundle,
  input: BillInput,
  { kind, sendBy }: { kind: 'invoice' | 'estimate'; sendBy?: string },
): Promise<NewBill> {
  const { currency, items = [], mode = 'live' } = input;
  const lines = await billLines(z, bundle, items, currency);
  const discount = discountOf(input, lines, currency);
  const [payer, settings, today] = await Promise.all([
    payerOf(z, input.contactId),
    settingsOf(z, bundle, kind),
    input.issueDate ?? todayOf(z, bundle),
  ]);
  return {
    payer,
    issueDate: today,
    lastDay: daysAfter(today, settings.days),
    body: {
      ...altOf(bundle),
      name: input.name ?? nameOfFirst(lines),
      title: input.title ?? settings.title,
      termsNotes: input.terms ?? settings.terms,
      currency,
      items: lines.map(({ body }) => body),
      discount,
      businessDetails: settings.businessDetails,
      contactDetails: payer.details,
      sentTo: addressesFor(payer, sendBy),
      issueDate: today,
      liveMode: mode === 'live',
    },
  };
}

/** The last day of a bill. @throws errors.Error for one before its issue */
export function lastDayOf(
  bill: Pick<NewBill, 'issueDate' | 'lastDay'>,
  given: string | undefined,
  label: string,
): string {
  if (given === undefined || given >= bill.issueDate) return given ?? bill.lastDay;
  throw invalid(
    `"${label}" (${given}) is earlier than "Issue Date" (${bill.issueDate}).`,
    'Fill in a later day.',
  );
}

/** Creates a draft of an invoice. */
export async function createInvoice(z: ZObject, bundle: Bundle, input: InvoiceInput) {
  const { body, payer } = await newInvoice(z, bundle, input);
  const request: ApiRequest = { method: 'POST', url: '/invoices/', body };
  return read(bundle, await written(z, bundle, request, payer));
}

/** Creates an invoice, sends it and returns its payment link. */
export async function createAndSend(
  z: ZObject,
  bundle: Bundle,
  input: InvoiceInput & { sendBy?: string; userId?: string },
) {
  const { body, payer } = await newInvoice(z, bundle, input, input.sendBy);
  checkReach(payer, input.sendBy ?? waysTo(payer));
  const userId = await senderOf(z, bundle, input.userId);
  const request: ApiRequest = {
    method: 'POST',
    url: '/invoices/text2pay',
    body: { ...body, action: 'send', userId },
  };
  return read(bundle, await written(z, bundle, request, payer));
}

async function newInvoice(z: ZObject, bundle: Bundle, input: InvoiceInput, sendBy?: string) {
  const bill = await newBill(z, bundle, input, { kind: 'invoice', sendBy });
  const dueDate = lastDayOf(bill, input.dueDate, 'Due Date');
  return { ...bill, body: { ...bill.body, dueDate, invoiceNumber: input.invoiceNumber } };
}

/** The answer to a new bill. @throws errors.Error that names what the contact lacks, where that is why it was refused */
export async function written(
  z: ZObject,
  bundle: Bundle,
  request: ApiRequest,
  payer: Payer,
): Promise<unknown> {
  const response = await send(z, { ...request, expected: [422] });
  if (response.status < 400) return response.data;
  const lacking = lackingDetails(payer);
  if (lacking) throw lacking;
  throwFailure(response, bundle);
}

/** The invoice in an answer. */
export function read(bundle: Bundle, data: unknown) {
  return invoice.parse({ locationId: locationOf(bundle), ...toRecord(data) });
}
