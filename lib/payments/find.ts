import type { Bundle, ZObject } from 'zapier-platform-core';

import { FIRST_OFFSET, nextPageWith } from '../operations/pages.ts';
import { isAskedFor } from './filter_fields.ts';
import { filtersIn, type FindInput } from './find_fields.ts';
import { ordersPage, type Order } from './orders.ts';
import { isBetween, newestFirst, type PaymentFilters, type PaymentPage } from './page.ts';
import { paymentsPage, subscriptionsPage, type Payment, type Subscription } from './payments.ts';
import { isOrderStatus, isPaymentStatus, isSubscriptionStatus } from './status_fields.ts';

type StatusInput = FindInput & { status?: string } & Record<string, unknown>;

/** A page of what a search found, the newest first, and the token of the next one. */
export interface Found<Entry> {
  results: Entry[];
  paging_token: string | null;
}

/** Orders that meet all criteria. @param bundle with the token of a page that this function gave */
export function findOrders(
  z: ZObject,
  bundle: Bundle<StatusInput & { paymentStatus?: string }>,
): Promise<Found<Order>> {
  const { paymentStatus, status, ...input } = bundle.inputData;
  const filters = { ...filtersIn(input, bundle.meta.timezone), paymentStatus };
  const isWanted = (entry: Order) =>
    isFound(entry, input, filters) && isOrderStatus(entry.rawStatus, status);
  return foundIn(bundle, (token) => ordersPage(z, bundle, filters, token, isWanted), isWanted);
}

/** Payments that meet all criteria. */
export function findPayments(
  z: ZObject,
  bundle: Bundle<StatusInput & { orderId?: string; invoiceId?: string }>,
): Promise<Found<Payment>> {
  const { orderId, invoiceId, status, ...input } = bundle.inputData;
  const filters = filtersIn(input, bundle.meta.timezone);
  const request = { ...filters, entityId: orderId ?? invoiceId };
  return foundIn(
    bundle,
    (token) => paymentsPage(z, bundle, request, token),
    (entry) => isFound(entry, input, filters) && isPaymentStatus(entry.rawStatus, status),
  );
}

/** Subscriptions that meet all criteria. */
export function findSubscriptions(
  z: ZObject,
  bundle: Bundle<StatusInput & { orderId?: string }>,
): Promise<Found<Subscription>> {
  const { orderId, status, ...input } = bundle.inputData;
  const filters = filtersIn(input, bundle.meta.timezone);
  const request = { ...filters, entityId: orderId };
  return foundIn(
    bundle,
    (token) => subscriptionsPage(z, bundle, request, token),
    (entry) => isFound(entry, input, filters) && isSubscriptionStatus(entry.rawStatus, status),
  );
}

function isFound(
  entry: Order | Payment | Subscription,
  input: FindInput,
  filters: PaymentFilters,
): boolean {
  return isAskedFor(entry, input) && isBetween(entry.createdAt, filters);
}

async function foundIn<Entry extends { createdAt: string | null }>(
  bundle: Bundle,
  read: (token: string) => Promise<PaymentPage<Entry>>,
  keep: (entry: Entry) => boolean,
): Promise<Found<Entry>> {
  const first = bundle.meta.paging_token ?? FIRST_OFFSET;
  const { entries, next } = await nextPageWith(bundle, first, read, keep);
  return { results: entries.toSorted(newestFirst), paging_token: next };
}
