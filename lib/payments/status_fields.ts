import {
  ORDER_STATUSES,
  orderStatus,
  PAYMENT_STATUSES,
  paymentStatus,
  SUBSCRIPTION_STATUSES,
  subscriptionStatus,
} from '../../resources/payment_statuses.ts';

/**
 * Fields for statuses. HighLevel has more words than are known, so that a field takes any, and what a
 * person typed is read as HighLevel's own words are.
 */
const STATUS = {
  key: 'status',
  label: 'Status',
  type: 'string',
  meta: { kind: 'option' },
} as const;
const STATUSES = { ...STATUS, key: 'statuses', label: 'Statuses', list: true } as const;

export const paymentStatusField = { ...STATUS, choices: PAYMENT_STATUSES } as const;
export const orderStatusField = { ...STATUS, choices: ORDER_STATUSES } as const;
export const orderStatusesField = { ...STATUSES, choices: ORDER_STATUSES } as const;
export const subscriptionStatusField = { ...STATUS, choices: SUBSCRIPTION_STATUSES } as const;
export const subscriptionStatusesField = { ...STATUSES, choices: SUBSCRIPTION_STATUSES } as const;

/** How the words of one kind of record are read. */
type StatusReader = (word: unknown) => string | null;

/** Whether something has a status that a person asked for. */
function isOneOf(read: StatusReader) {
  return (status: string | null, wanted: readonly string[] | string | undefined): boolean =>
    wanted === undefined || [wanted].flat().some((word) => read(word) === read(status));
}

export const isPaymentStatus = isOneOf(paymentStatus);
export const isOrderStatus = isOneOf(orderStatus);
export const isSubscriptionStatus = isOneOf(subscriptionStatus);
