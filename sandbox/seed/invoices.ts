import { seededId, seededObjectId } from '../state/ids.ts';
import {
  type Estimate,
  type EstimateStatus,
  type Invoice,
  type InvoiceStatus,
  keptItems,
} from '../state/invoices.ts';
import type { Store } from '../state/store.ts';
import { contactId } from './contacts.ts';
import { HARBOUR } from './ids.ts';

const DAY = 86_400_000;

export const invoiceId = (index: number): string => seededId(`invoice:${String(index)}`);
export const estimateId = (index: number): string => seededId(`estimate:${String(index)}`);

export const invoiceTemplateId = (index: number): string =>
  seededObjectId(`invoice-template:${String(index)}`);

/** Name, price, quantity. */
type Line = readonly [string, number, number];

/** Contact, status, what was paid, days from issue to due, days since the issue, lines, live. */
const INVOICES: readonly (readonly [
  number,
  InvoiceStatus,
  number,
  number,
  number,
  Line[],
  boolean,
])[] = [
  [
    0,
    'sent',
    0,
    14,
    3,
    [
      ['Check-up', 120, 1],
      ['X-ray', 45.5, 2],
    ],
    true,
  ],
  [1, 'paid', 340, 14, 20, [['Whitening', 340, 1]], true],
  [2, 'sent', 0, 7, 30, [['Braces, first part', 1733.33, 1]], true],
  [3, 'partially_paid', 400, 14, 25, [['Crown', 890.5, 1]], true],
  [4, 'draft', 0, 14, 1, [['Cleaning', 99, 1]], true],
  [5, 'void', 0, 14, 40, [['Cleaning', 99, 1]], true],
  [6, 'paid', 10, 14, 2, [['Test', 10, 1]], false],
];

const ESTIMATES: readonly (readonly [number, EstimateStatus, Line[]])[] = [
  [8, 'draft', [['Implant', 2400, 1]]],
  [9, 'sent', [['Braces', 5200, 1]]],
  [10, 'accepted', [['Veneers', 650, 4]]],
  [11, 'declined', [['Whitening', 340, 1]]],
];

const TEMPLATES: readonly (readonly Line[])[] = [
  [
    ['Yearly Check-up', 120, 1],
    ['X-ray', 45.5, 1],
  ],
  [['Cleaning', 99, 1]],
];

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function billed(store: Store, index: number): Invoice['contactDetails'] {
  const {
    firstName = '',
    lastName = '',
    email = '',
    phone = '',
  } = store.contacts.get(contactId(index)) ?? {};
  return {
    id: contactId(index),
    name: `${firstName} ${lastName}`,
    email,
    phoneNo: phone,
    additionalEmails: [],
    companyName: '',
    customFields: [],
  };
}

/** Invoices in every status, one long overdue and one of the test mode; estimates likewise; two templates. */
export function seedInvoices(store: Store, now: number): void {
  const common = (index: number, lines: readonly Line[], at: number, kind: string) => ({
    locationId: HARBOUR,
    name: lines[0]?.[0] ?? '',
    currency: 'USD',
    businessDetails: { name: 'Harbour Dental', phoneNo: '+16175550100', logoUrl: '' },
    contactDetails: billed(store, index),
    items: keptItems(
      lines.map(([name, amount, qty], position) => ({
        _id: seededId(`${kind}-item:${String(index)}:${String(position)}`),
        name,
        amount,
        qty,
        currency: 'USD',
      })),
    ),
    discount: { type: 'percentage', value: 0 } as const,
    termsNotes: '',
    issueDate: dayOf(at),
    dateAdded: at,
    dateUpdated: at,
  });
  INVOICES.forEach(([person, status, amountPaid, due, age, lines, liveMode], index) => {
    const at = now - age * DAY - index * 1000;
    const invoice: Invoice = {
      ...common(person, lines, at, 'invoice'),
      id: invoiceId(index),
      status,
      amountPaid,
      liveMode,
      title: 'INVOICE',
      number: index + 1,
      numberPrefix: 'INV-',
      dueDate: dayOf(at + due * DAY),
    };
    store.invoices.add(invoice);
  });
  ESTIMATES.forEach(([person, status, lines], index) => {
    const at = now - (index + 1) * DAY;
    const estimate: Estimate = {
      ...common(person, lines, at, 'estimate'),
      id: estimateId(index),
      status,
      liveMode: true,
      title: 'ESTIMATE',
      number: index + 1,
      expiryDate: dayOf(at + 30 * DAY),
      frequencySettings: { enabled: false, schedule: {} },
    };
    store.estimates.add(estimate);
  });
  TEMPLATES.forEach((lines, index) => {
    const at = now - (index + 50) * DAY;
    const { locationId, name, currency, businessDetails, items, discount, termsNotes } = common(
      index,
      lines,
      at,
      'invoice-template',
    );
    store.invoiceTemplates.add({
      id: invoiceTemplateId(index),
      locationId,
      name,
      title: 'INVOICE',
      currency,
      businessDetails,
      items,
      discount,
      termsNotes,
      numberPrefix: 'INV-',
      dateAdded: at,
      dateUpdated: at,
    });
  });
}
