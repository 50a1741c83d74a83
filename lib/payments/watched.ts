import type { Watched } from './news.ts';
import { paymentsPage, subscriptionsPage, type Payment, type Subscription } from './payments.ts';
import { isSubscriptionStatus } from './status_fields.ts';

/** A bank transfer may take days to succeed or fail. */
const DAYS_TO_SETTLE = 7;

/** A refund may come weeks later. */
const DAYS_TO_REFUND = 30;

/** Payments of which the customer's money arrived. */
export const succeededPayments: Watched<Payment> = {
  name: 'payments',
  page: paymentsPage,
  daysBack: DAYS_TO_SETTLE,
  isNews: ({ status }) => status === 'succeeded' || status === 'partially_refunded',
};

export const failedPayments: Watched<Payment> = {
  ...succeededPayments,
  isNews: ({ status }) => status === 'failed',
};

/** Payments of which some or all was given back. */
export const refundedPayments: Watched<Payment> = {
  name: 'refunds',
  page: paymentsPage,
  daysBack: DAYS_TO_REFUND,
  isNews: ({ status, amountRefunded }) =>
    (amountRefunded ?? 0) > 0 || status === 'refunded' || status === 'partially_refunded',
};

export const newSubscriptions: Watched<Subscription> = {
  name: 'new subscriptions',
  page: subscriptionsPage,
  daysBack: 1,
};

/**
 * Subscriptions whose status changed since they were made. One may change as long as it lives: all of
 * them are looked at.
 *
 * @param statuses the ones that a person asked for; any without it
 */
export function changedTo(statuses: readonly string[] | undefined): Watched<Subscription> {
  return {
    name: 'subscriptions',
    page: subscriptionsPage,
    isNews: (entry) => !isAsCreated(entry) && isSubscriptionStatus(entry.status, statuses),
  };
}

/** What is written right after a subscription is made belongs to making it. */
const MAKING_MS = 60_000;

function isAsCreated({ createdAt, updatedAt, statusChangedAt }: Subscription): boolean {
  if (createdAt === null || updatedAt === null || statusChangedAt !== null) return false;
  return Date.parse(updatedAt) - Date.parse(createdAt) < MAKING_MS;
}
