import { traceId } from './shapes.ts';
import {
  anything,
  boolean,
  exactly,
  iso,
  like,
  listOf,
  mapOf,
  number,
  optional,
  record,
  text,
} from './support/shape.ts';

/** The shapes of orders, payments, subscriptions and coupons, from HighLevel's published files. */

const objectId = like(/^[0-9a-f]{24}$/);

const common = {
  _id: objectId,
  altId: text,
  altType: exactly('location'),
  createdAt: iso,
  updatedAt: iso,
};
const money = { currency: text, amount: number, status: text, liveMode: boolean };
const ofRow = { contactId: text, contactName: optional(text), contactEmail: optional(text) };
const source = record({
  type: text,
  subType: optional(text),
  id: text,
  name: text,
  meta: mapOf(anything),
});
const entity = { entityType: text, entityId: text };
const entityRow = {
  ...entity,
  entitySourceType: text,
  entitySourceName: text,
  entitySourceId: text,
  entitySourceMeta: mapOf(anything),
  paymentProviderType: text,
};
const single = {
  ...common,
  ...money,
  contactId: text,
  contactSnapshot: mapOf(anything),
  meta: mapOf(anything),
  markAsTest: boolean,
  traceId,
};
const line = {
  name: text,
  qty: number,
  product: mapOf(anything),
  price: mapOf(anything),
};
const summary = record({ subtotal: number, discount: number, tax: number, shipping: number });

const listed = (row: Parameters<typeof record>[0]) =>
  record({ data: listOf(record(row)), totalCount: number, traceId });

export const orders = listed({
  ...common,
  ...money,
  ...ofRow,
  subtotal: number,
  discount: number,
  totalProducts: number,
  sourceType: text,
  sourceName: text,
  sourceId: text,
  sourceMeta: mapOf(anything),
  sourceSubType: optional(text),
  couponCode: optional(text),
  fulfillmentStatus: text,
  onetimeProducts: number,
  recurringProducts: number,
});

export const oneOrder = record({
  ...single,
  fulfillmentStatus: text,
  amountSummary: summary,
  source,
  items: listOf(record({ _id: objectId, ...line })),
  coupon: optional(record({ _id: objectId, code: text })),
  automaticTaxesCalculated: boolean,
});

export const transactions = listed({
  ...common,
  ...money,
  ...ofRow,
  ...entityRow,
  entitySourceSubType: optional(text),
  subscriptionId: optional(text),
  chargeId: text,
  chargeSnapshot: mapOf(anything),
  amountRefunded: number,
  paymentMethod: mapOf(anything),
  fulfilledAt: iso,
});

export const oneTransaction = record({
  ...single,
  ...entity,
  entitySource: source,
  chargeId: text,
  chargeSnapshot: mapOf(anything),
  invoiceId: optional(text),
  subscriptionId: optional(text),
  paymentProvider: mapOf(anything),
  isParent: boolean,
  amountRefunded: number,
  qboSynced: boolean,
});

export const subscriptions = listed({
  ...common,
  ...money,
  ...ofRow,
  ...entityRow,
  subscriptionId: text,
  subscriptionSnapshot: mapOf(anything),
});

export const oneSubscription = record({
  ...single,
  ...entity,
  entitySource: source,
  subscriptionId: text,
  subscriptionSnapshot: mapOf(anything),
  paymentProvider: mapOf(anything),
  recurringProduct: mapOf(anything),
  canceledAt: optional(iso),
});

const coupon = {
  ...common,
  usageCount: number,
  limitPerCustomer: number,
  name: text,
  code: text,
  discountType: like(/^(percentage|amount)$/),
  discountValue: number,
  status: like(/^(scheduled|active|expired)$/),
  startDate: text,
  endDate: optional(text),
  usageLimit: optional(number),
  productIds: optional(listOf(text)),
  applyToFuturePayments: boolean,
  applyToFuturePaymentsConfig: mapOf(anything),
};
export const coupons = listed(coupon);
export const oneCoupon = record({ ...coupon, traceId });

const fulfillment = {
  altId: text,
  altType: exactly('location'),
  trackings: listOf(mapOf(text)),
  _id: objectId,
  items: listOf(record({ _id: objectId, ...line })),
  createdAt: iso,
  updatedAt: iso,
};
export const fulfilled = record({
  status: exactly(true),
  data: record(fulfillment),
  traceId,
});
export const fulfillments = record({
  status: exactly(true),
  data: listOf(record(fulfillment)),
  traceId,
});

/** What the events of orders add to their envelope. */
export const orderEvent = {
  ...common,
  ...money,
  locationId: text,
  contactId: text,
  taxSummary: listOf(
    record({ _id: text, name: text, calculation: text, rate: number, amount: number }),
  ),
  fulfillmentStatus: text,
  amountSummary: summary,
  source,
  contactSnapshot: mapOf(anything),
  items: listOf(record(line)),
};
