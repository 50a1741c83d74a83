import * as z from 'zod';

import { defineResource } from './define.ts';
import { day, id, lead, primary, text } from './fields.ts';
import { billDates, billIds, invoice, numberOf, payer, readBill, sums } from './invoice.ts';
import { money } from './money.ts';
import { isRecord, toDay, toRecord, type RawRecord } from './values.ts';

/** The statuses of an estimate in HighLevel's words, and what people call them. */
export const ESTIMATE_STATUSES = {
  draft: 'Draft',
  sent: 'Sent',
  viewed: 'Viewed',
  accepted: 'Accepted',
  declined: 'Declined',
  invoiced: 'Invoiced',
} as const;

const ID_EXAMPLE = '67ac9a51106ee8311e911c2d';
/** An estimate, which HighLevel's specification calls a text in lists, and which is a record there too. */
export const estimate = defineResource(
  'estimate',
  () => z.object({ ...words(), ...payer(), ...sums(), ...details(), ...billIds() }),
  readEstimate,
);

/** An estimate whose status changed. Zapier starts a Zap once for each of its statuses. */
export const changedEstimate = defineResource('changed estimate', () => {
  const { id: estimateId, status, ...rest } = estimate.shape();
  return z.object({ id: primary(estimateId), status: lead(primary(status)), ...rest });
});

/** An invoice that was made of an estimate, with what became of that. */
export const convertedEstimate = defineResource(
  'invoice of an estimate',
  () => {
    const { contactId, locationId, ...rest } = invoice.shape();
    return z.object({
      ...rest,
      estimateNumber: text('Estimate Number', 'EST-7'),
      estimateStatus: text('Estimate Status', 'invoiced'),
      estimateId: text('Estimate ID', ID_EXAMPLE),
      contactId,
      locationId,
    });
  },
  ({ invoice: made, estimate: of }) => {
    const offered = readEstimate(toRecord(of));
    return {
      ...invoice.parse(made),
      estimateNumber: offered['number'],
      estimateStatus: offered['status'],
      estimateId: offered['id'],
    };
  },
);

function words() {
  return {
    id: id('Estimate ID', ID_EXAMPLE),
    name: lead(text('Name', 'Website redesign')),
    number: lead(text('Number', 'EST-7')),
    status: lead(text('Status', 'sent')),
    total: lead(money('Total', 1200)),
    currency: lead(text('Currency', 'USD')),
    issueDate: day('Issue Date', '2026-12-01'),
    expiryDate: lead(day('Expiry Date', '2026-12-31')),
  };
}

function details() {
  return {
    title: text('Title', 'ESTIMATE'),
    terms: text('Terms', 'This estimate is valid for 30 days.'),
    ...billDates(),
  };
}

function readEstimate(raw: RawRecord): RawRecord {
  const { estimate: inside } = raw;
  const inner = isRecord(inside) ? { ...raw, ...inside } : raw;
  return {
    ...readBill(inner),
    id: inner['_id'] ?? inner['id'],
    number: numberOf(inner['estimateNumberPrefix'], inner['estimateNumber']),
    status: inner['estimateStatus'] ?? inner['status'],
    issueDate: toDay(inner['issueDate']),
    expiryDate: toDay(inner['expiryDate']),
  };
}
