import type { Json } from '../http/errors.ts';
import { COMPANY_ID } from '../state/app-registration.ts';
import {
  cents,
  type Estimate,
  type Invoice,
  type InvoiceTemplate,
  totalsOf,
} from '../state/invoices.ts';
import { iso } from './views.ts';

/** An invoice as every call and event shows it. */
export function invoiceDetail(invoice: Invoice): Json {
  const { subTotal, discount, tax, total } = totalsOf(invoice);
  return {
    _id: invoice.id,
    status: invoice.status,
    liveMode: invoice.liveMode,
    amountPaid: invoice.amountPaid,
    altId: invoice.locationId,
    altType: 'location',
    name: invoice.name,
    title: invoice.title,
    businessDetails: invoice.businessDetails,
    invoiceNumber: invoice.number,
    invoiceNumberPrefix: invoice.numberPrefix,
    currency: invoice.currency,
    contactDetails: invoice.contactDetails,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    discount: invoice.discount,
    invoiceItems: invoice.items,
    termsNotes: invoice.termsNotes,
    total,
    amountDue: cents(total - invoice.amountPaid),
    totalSummary: { subTotal, discount, tax },
    automaticTaxesEnabled: false,
    createdAt: iso(invoice.dateAdded),
    updatedAt: iso(invoice.dateUpdated),
  };
}

export const estimateDetail = (estimate: Estimate): Json => ({
  _id: estimate.id,
  altId: estimate.locationId,
  altType: 'location',
  companyId: COMPANY_ID,
  liveMode: estimate.liveMode,
  deleted: false,
  name: estimate.name,
  title: estimate.title,
  estimateNumber: estimate.number,
  estimateNumberPrefix: 'EST-',
  estimateStatus: estimate.status,
  currency: estimate.currency,
  businessDetails: estimate.businessDetails,
  contactDetails: estimate.contactDetails,
  items: estimate.items,
  discount: estimate.discount,
  total: totalsOf(estimate).total,
  termsNotes: estimate.termsNotes,
  issueDate: `${estimate.issueDate}T00:00:00.000Z`,
  expiryDate: `${estimate.expiryDate}T00:00:00.000Z`,
  sentTo: {},
  frequencySettings: estimate.frequencySettings,
  autoInvoice: estimate.autoInvoice,
  automaticTaxesEnabled: false,
  automaticTaxesCalculated: false,
  attachments: [],
  meta: {},
  estimateActionHistory: [],
  createdAt: iso(estimate.dateAdded),
  updatedAt: iso(estimate.dateUpdated),
  __v: 0,
});

export const templateDetail = (template: InvoiceTemplate): Json => ({
  _id: template.id,
  altId: template.locationId,
  altType: 'location',
  name: template.name,
  title: template.title,
  businessDetails: template.businessDetails,
  currency: template.currency,
  discount: template.discount,
  items: template.items,
  invoiceNumberPrefix: template.numberPrefix,
  termsNotes: template.termsNotes,
  total: totalsOf(template).total,
  createdAt: iso(template.dateAdded),
  updatedAt: iso(template.dateUpdated),
});
