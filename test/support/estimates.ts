import type { RawRecord } from '../../resources/values.ts';
import { highLevel } from './app.ts';
import { ALT, INVOICE } from './invoices.ts';

export const ESTIMATE_ID = '67ac9a51106ee8311e911c2d';

/** An estimate as HighLevel sends it. */
export const ESTIMATE = {
  ...ALT,
  _id: ESTIMATE_ID,
  liveMode: true,
  deleted: false,
  name: 'Website redesign',
  title: 'OFFER',
  currency: 'USD',
  estimateStatus: 'sent',
  estimateNumber: 7,
  estimateNumberPrefix: 'EST-',
  items: INVOICE.invoiceItems,
  discount: { type: 'percentage', value: 10 },
  total: 0.27,
  contactDetails: INVOICE.contactDetails,
  issueDate: '2026-12-01T00:00:00.000Z',
  expiryDate: '2026-12-31T00:00:00.000Z',
  createdAt: '2026-12-01T10:02:00.000Z',
  updatedAt: '2026-12-01T10:05:00.000Z',
};

/** HighLevel's answer to a page of the list. @param query what is asked for beside the page */
export function listedEstimates(estimates: readonly object[], query: RawRecord = {}) {
  return highLevel()
    .get('/invoices/estimate/list')
    .query({ ...ALT, limit: '100', offset: '0', ...query })
    .reply(200, { estimates, total: estimates.length, traceId: 't' });
}
