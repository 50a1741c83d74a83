import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, day, id, integer, lead, lines, decimal, text, yesNo } from './fields.ts';
import { plainText } from './html.ts';
import { CONTACT_LINK_EXAMPLE, contactLink, paymentLink } from './links.ts';
import { amountFrom, lineTotal, money } from './money.ts';
import { isRecord, toList, toNumber, toRecord, toText, type RawRecord } from './values.ts';

/** The statuses of an invoice in HighLevel's words, and what people call them. None says that one is overdue. */
export const INVOICE_STATUSES = {
  draft: 'Draft',
  sent: 'Sent',
  payment_processing: 'Payment Processing',
  partially_paid: 'Partially Paid',
  paid: 'Paid',
  void: 'Void',
} as const;

/** Whether money moves, or a payment is only tried out. */
export const PAYMENT_MODES = { live: 'Live', test: 'Test' } as const;

const ID_EXAMPLE = '6578278e879ad2646715ba9c';
const LINK_EXAMPLE = `https://link.msgsndr.com/invoice/${ID_EXAMPLE}`;
/** An invoice, bare in most answers and in webhooks, wrapped in `invoice` where it was sent or paid. */
export const invoice = defineResource(
  'invoice',
  () => z.object({ ...words(), ...payer(), ...sums(), ...details(), ...billIds() }),
  readInvoice,
);

/** Many invoices at once: as one text and as line items. */
export const invoiceList = defineResource('invoice list', () =>
  z.object({
    id: id('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    summary: text(
      'Summary',
      'INV-42 Website redesign: 1200 USD, sent, due 2026-12-15, Anna Example\nINV-41 Logo: 400 USD, paid, due 2026-11-30, Bert Example',
    ),
    count: integer('Number of Invoices', 2),
    hasMore: yesNo('Has More', false),
    totals: text('Totals', '1600 USD'),
    totalsDue: text('Totals Due', '1200 USD'),
    currency: text('Currency', 'USD'),
    total: money('Total', 1600),
    amountDue: money('Total Due', 1200),
    amountPaid: money('Total Paid', 400),
    invoices: lines('Invoice', {
      id: text('ID', ID_EXAMPLE),
      name: text('Name', 'Website redesign'),
      number: text('Number', 'INV-42'),
      status: text('Status', 'sent'),
      total: money('Total', 1200),
      amountDue: money('Amount Due', 1200),
      amountPaid: money('Amount Paid', 0),
      currency: text('Currency', 'USD'),
      issueDate: day('Issue Date', '2026-12-01'),
      dueDate: day('Due Date', '2026-12-15'),
      paymentLink: text('Payment Link', LINK_EXAMPLE),
      contactName: text('Contact Name', 'Anna Example'),
      contactEmail: text('Contact Email', 'anna@example.com'),
      contactPhone: text('Contact Phone', '+15550100123'),
      contactLink: text('Contact Link', CONTACT_LINK_EXAMPLE),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    }),
  }),
);

function words() {
  return {
    id: id('Invoice ID', ID_EXAMPLE),
    name: lead(text('Name', 'Website redesign')),
    number: lead(text('Number', 'INV-42')),
    status: lead(text('Status', 'sent')),
    total: lead(money('Total', 1200)),
    amountDue: lead(money('Amount Due', 1200)),
    amountPaid: money('Amount Paid', 0),
    currency: lead(text('Currency', 'USD')),
    issueDate: day('Issue Date', '2026-12-01'),
    dueDate: lead(day('Due Date', '2026-12-15')),
    paymentLink: lead(text('Payment Link', LINK_EXAMPLE)),
  };
}

/** Who pays a bill. */
export function payer() {
  return {
    contactName: lead(text('Contact Name', 'Anna Example')),
    contactEmail: lead(text('Contact Email', 'anna@example.com')),
    contactPhone: lead(text('Contact Phone', '+15550100123')),
    contactCompany: text('Contact Company', 'Example Studio'),
    contactLink: text('Contact Link', CONTACT_LINK_EXAMPLE),
  };
}

/** What a bill is made of. */
export function sums() {
  return {
    items: lines('Item', {
      name: text('Name', 'Design'),
      description: text('Description', 'Two drafts.'),
      quantity: decimal('Quantity', 2),
      price: money('Price', 600),
      total: money('Total', 1200),
      productId: text('Product ID', null),
      priceId: text('Price ID', null),
    }),
    subtotal: money('Subtotal', 1200),
    discount: money('Discount', 0),
    tax: money('Tax', 0),
  };
}

function details() {
  return {
    title: text('Title', 'INVOICE'),
    terms: text('Terms', 'Payment is due within 14 days.'),
    ...billDates(),
  };
}

/** Whether a bill is no test, and when it was written. */
export function billDates() {
  return {
    isLive: yesNo('Is Live', true),
    createdAt: dateTime('Created At', '2026-12-01T10:02:00.000Z'),
    updatedAt: dateTime('Updated At', '2026-12-01T10:05:00.000Z'),
  };
}

/** Whose a bill is. */
export function billIds() {
  return {
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function readInvoice(raw: RawRecord): RawRecord {
  const { invoice: inside } = raw;
  const inner = isRecord(inside) ? { ...raw, ...inside } : raw;
  const invoiceId = inner['_id'] ?? inner['id'];
  const { currency } = inner;
  return {
    ...readBill(inner),
    id: invoiceId,
    number: numberOf(inner['invoiceNumberPrefix'], inner['invoiceNumber']),
    amountDue: amountFrom(inner['amountDue'], currency),
    amountPaid: amountFrom(inner['amountPaid'], currency),
    paymentLink: inner['invoiceUrl'] ?? paymentLink(invoiceId),
  };
}

/** What invoices and estimates have in common. */
export function readBill(raw: RawRecord): RawRecord {
  const { currency, contactDetails, totalSummary } = raw;
  const { id: contactId, name, email, phoneNo, companyName } = toRecord(contactDetails);
  const { subTotal, discount, tax } = toRecord(totalSummary);
  const locationId = raw['altId'] ?? raw['locationId'];
  return {
    ...raw,
    total: amountFrom(raw['total'], currency),
    items: toList(raw['invoiceItems'] ?? raw['items']).map((item) => readItem(item, currency)),
    subtotal: amountFrom(subTotal, currency),
    discount: amountFrom(discount, currency),
    tax: amountFrom(tax, currency),
    contactName: name,
    contactEmail: email,
    contactPhone: phoneNo,
    contactCompany: companyName,
    contactLink: contactLink(locationId, contactId),
    contactId,
    terms: plainText(toText(raw['termsNotes']) ?? ''),
    isLive: raw['liveMode'],
    locationId,
  };
}

function readItem(raw: unknown, currency: unknown): RawRecord {
  const item = toRecord(raw);
  const price = amountFrom(item['amount'], item['currency'] ?? currency);
  const quantity = toNumber(item['qty']);
  const isWhole = price !== null && quantity !== null;
  return {
    ...item,
    price,
    quantity,
    total: isWhole ? lineTotal(price, quantity, toText(currency) ?? '') : null,
  };
}

/** `INV-42` of a prefix and a number, which is a number or a text and may have the prefix itself. */
export function numberOf(prefix: unknown, number: unknown): string | null {
  const [before, after] = [toText(prefix) ?? '', toText(number)];
  return after === null || after.startsWith(before) ? after : `${before}${after}`;
}
