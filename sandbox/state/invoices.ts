import { newId } from './ids.ts';

/** Records of invoices and estimates, as `records.ts` keeps the others. */

export interface InvoiceItem {
  _id: string;
  name: string;
  currency: string;
  amount: number;
  qty: number;
  taxes: { rate: number }[];
  [key: string]: unknown;
}

export interface Discount {
  type: 'percentage' | 'fixed';
  value: number;
}

/** What an invoice and an estimate have in common; money is in whole units, `12.5` is 12 dollars 50. */
interface Bill {
  id: string;
  locationId: string;
  name: string;
  title: string;
  number: number;
  currency: string;
  liveMode: boolean;
  businessDetails: Record<string, unknown>;
  contactDetails: Record<string, unknown> & { id: string; name: string };
  items: InvoiceItem[];
  discount: Discount;
  termsNotes: string;
  /** Days as `YYYY-MM-DD`. */
  issueDate: string;
  dateAdded: number;
  dateUpdated: number;
}

export const INVOICE_STATUSES = [
  'draft',
  'sent',
  'payment_processing',
  'paid',
  'void',
  'partially_paid',
] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

export interface Invoice extends Bill {
  status: InvoiceStatus;
  amountPaid: number;
  dueDate: string;
  numberPrefix: string;
}

export const ESTIMATE_STATUSES = [
  'draft',
  'sent',
  'viewed',
  'accepted',
  'declined',
  'invoiced',
] as const;
export type EstimateStatus = (typeof ESTIMATE_STATUSES)[number];

export interface Estimate extends Bill {
  status: EstimateStatus;
  expiryDate: string;
  frequencySettings: Record<string, unknown>;
  autoInvoice?: Record<string, unknown>;
}

/** What invoices are made from again and again: no contact, no dates of its own. */
export interface InvoiceTemplate extends Pick<
  Bill,
  | 'id'
  | 'locationId'
  | 'name'
  | 'title'
  | 'currency'
  | 'businessDetails'
  | 'items'
  | 'discount'
  | 'termsNotes'
  | 'dateAdded'
  | 'dateUpdated'
> {
  numberPrefix: string;
}

/** Money without the noise of binary fractions. */
export const cents = (amount: number): number => Math.round(amount * 100) / 100;

export interface Totals {
  subTotal: number;
  discount: number;
  tax: number;
  total: number;
}

/** What a bill comes to: the discount off the sum of its items, taxes on top. */
export function totalsOf({ items, discount }: Pick<Bill, 'items' | 'discount'>): Totals {
  const subTotal = cents(items.reduce((sum, { amount, qty }) => sum + cents(amount * qty), 0));
  const off = cents(
    discount.type === 'percentage' ? (subTotal * discount.value) / 100 : discount.value,
  );
  const tax = cents(
    items.reduce(
      (sum, { amount, qty, taxes }) =>
        sum + taxes.reduce((part, { rate }) => part + (amount * qty * rate) / 100, 0),
      0,
    ),
  );
  return { subTotal, discount: off, tax, total: cents(Math.max(0, subTotal - off) + tax) };
}

/** Items as they are kept: each with an id and a list of taxes. */
export const keptItems = (items: readonly (Partial<InvoiceItem> & object)[]): InvoiceItem[] =>
  items.map((item) => ({
    _id: newId(),
    name: '',
    currency: '',
    amount: 0,
    qty: 1,
    taxes: [],
    ...item,
  }));
