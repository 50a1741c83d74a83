import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { payment, subscription } from '../../resources/payment.ts';
import type { RawRecord } from '../../resources/values.ts';
import { defineRecords } from '../records/records.ts';
import { queryOf, type PaymentFilters, type PaymentPage } from './page.ts';
import { nextOffset } from '../operations/pages.ts';

export type Payment = RecordOf<typeof payment>;
export type Subscription = RecordOf<typeof subscription>;

/** The payments of a sub-account. HighLevel's word for them is transactions. */
export const payments = defineRecords(payment, {
  path: '/payments/transactions',
  many: 'data',
  withLocation: ['get', 'list'],
  isAlt: true,
});

/** What the customers of a sub-account pay again and again. */
export const subscriptions = defineRecords(subscription, {
  path: '/payments/subscriptions',
  many: 'data',
  withLocation: ['get', 'list'],
  isAlt: true,
});

/** Which payments or subscriptions: with those of one order or invoice. */
export type EntityFilters = PaymentFilters & { entityId?: string | undefined };

/** A page of payments, in HighLevel's order, which it does not say. */
export function paymentsPage(z: ZObject, bundle: Bundle, filters: EntityFilters, token?: string) {
  return pageOf(z, bundle, payments, filters, token);
}

/** The same of subscriptions. */
export function subscriptionsPage(
  z: ZObject,
  bundle: Bundle,
  filters: EntityFilters,
  token?: string,
) {
  return pageOf(z, bundle, subscriptions, filters, token);
}

async function pageOf<Entry>(
  z: ZObject,
  bundle: Bundle,
  records: { list: (z: ZObject, bundle: Bundle, params?: RawRecord) => Promise<Entry[]> },
  { entityId, ...filters }: EntityFilters,
  token = '0',
): Promise<PaymentPage<Entry>> {
  const entries = await records.list(z, bundle, { ...queryOf(filters, token), entityId });
  return { entries, next: nextOffset(token, entries) };
}
