import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { cents } from '../state/invoices.ts';
import {
  type Coupon,
  couponStatus,
  type Order,
  orderTotals,
  type PaymentSubscription,
  type Transaction,
} from '../state/payments.ts';
import { fullName, iso } from './views.ts';

/** What every record of the payments begins and ends with. */
const common = (one: {
  id: string;
  locationId: string;
  dateAdded: number;
  dateUpdated: number;
}): Json => ({
  _id: one.id,
  altId: one.locationId,
  altType: 'location',
  createdAt: iso(one.dateAdded),
  updatedAt: iso(one.dateUpdated),
});

/** The contact of a row in a list. */
function contactOfRow({ store }: Sandbox, contactId: string): Json {
  const contact = store.contacts.get(contactId);
  return {
    contactId,
    contactName: contact ? fullName(contact) : undefined,
    contactEmail: contact?.email,
  };
}

/** The contact of a single record, whose keys are spelled otherwise than anywhere else. */
function contactSnapshot({ store }: Sandbox, contactId: string): Json {
  const contact = store.contacts.get(contactId);
  return {
    id: contactId,
    location_id: contact?.locationId,
    type: 'lead',
    first_name: contact?.firstName,
    first_name_lower_case: contact?.firstName?.toLowerCase(),
    last_name: contact?.lastName,
    last_name_lower_case: contact?.lastName?.toLowerCase(),
    email: contact?.email,
    phone: contact?.phone,
    company_name: contact?.companyName,
  };
}

export function orderRow(sandbox: Sandbox, order: Order): Json {
  const { source, items } = order;
  const { subtotal, amount } = orderTotals(order);
  const recurring = items.filter(({ price }) => price.type === 'recurring').length;
  return {
    ...common(order),
    ...contactOfRow(sandbox, order.contactId),
    currency: order.currency,
    amount,
    subtotal,
    discount: order.discount,
    status: order.status,
    liveMode: order.liveMode,
    totalProducts: items.length,
    sourceType: source.type,
    sourceName: source.name,
    sourceId: source.id,
    sourceMeta: source.meta,
    couponCode: order.coupon?.code,
    sourceSubType: source.subType,
    fulfillmentStatus: order.fulfillmentStatus,
    onetimeProducts: items.length - recurring,
    recurringProducts: recurring,
  };
}

export function orderDetail(sandbox: Sandbox, order: Order): Json {
  const { subtotal, tax, amount } = orderTotals(order);
  return {
    ...common(order),
    contactId: order.contactId,
    currency: order.currency,
    amount,
    status: order.status,
    liveMode: order.liveMode,
    fulfillmentStatus: order.fulfillmentStatus,
    contactSnapshot: contactSnapshot(sandbox, order.contactId),
    amountSummary: { subtotal, discount: order.discount, tax, shipping: order.shipping },
    source: order.source,
    items: order.items,
    coupon: order.coupon,
    meta: {},
    markAsTest: false,
    automaticTaxesCalculated: false,
  };
}

export const transactionRow = (sandbox: Sandbox, one: Transaction): Json => ({
  ...common(one),
  ...contactOfRow(sandbox, one.contactId),
  currency: one.currency,
  amount: one.amount,
  status: one.status,
  liveMode: one.liveMode,
  entityType: one.entityType,
  entityId: one.entityId,
  entitySourceType: one.source.type,
  entitySourceSubType: one.source.subType,
  entitySourceName: one.source.name,
  entitySourceId: one.source.id,
  entitySourceMeta: one.source.meta,
  subscriptionId: one.subscriptionId,
  chargeId: `ch_${one.id}`,
  chargeSnapshot: { id: `ch_${one.id}`, object: 'charge', status: one.status },
  paymentProviderType: one.provider,
  amountRefunded: one.amountRefunded,
  paymentMethod: one.method,
  fulfilledAt: iso(one.dateAdded),
});

export const transactionDetail = (sandbox: Sandbox, one: Transaction): Json => ({
  ...common(one),
  contactId: one.contactId,
  contactSnapshot: contactSnapshot(sandbox, one.contactId),
  currency: one.currency,
  amount: one.amount,
  status: one.status,
  liveMode: one.liveMode,
  entityType: one.entityType,
  entityId: one.entityId,
  entitySource: one.source,
  chargeId: `ch_${one.id}`,
  chargeSnapshot: { id: `ch_${one.id}`, object: 'charge', status: one.status },
  invoiceId: one.entityType === 'invoice' ? one.entityId : undefined,
  subscriptionId: one.subscriptionId,
  paymentProvider: { type: one.provider },
  meta: {},
  markAsTest: false,
  isParent: false,
  amountRefunded: one.amountRefunded,
  qboSynced: false,
});

const snapshotOf = (one: PaymentSubscription): Json => ({
  id: one.subscriptionId,
  status: one.status.toUpperCase(),
  start_time: iso(one.dateAdded),
  quantity: 1,
});

export const subscriptionRow = (sandbox: Sandbox, one: PaymentSubscription): Json => ({
  ...common(one),
  ...contactOfRow(sandbox, one.contactId),
  currency: one.currency,
  amount: cents(one.amount),
  status: one.status,
  liveMode: one.liveMode,
  entityType: 'order',
  entityId: one.entityId,
  entitySourceType: one.source.type,
  entitySourceName: one.source.name,
  entitySourceId: one.source.id,
  entitySourceMeta: one.source.meta,
  subscriptionId: one.subscriptionId,
  subscriptionSnapshot: snapshotOf(one),
  paymentProviderType: one.provider,
});

export const subscriptionDetail = (sandbox: Sandbox, one: PaymentSubscription): Json => ({
  ...common(one),
  contactId: one.contactId,
  contactSnapshot: contactSnapshot(sandbox, one.contactId),
  currency: one.currency,
  amount: one.amount,
  status: one.status,
  liveMode: one.liveMode,
  entityType: 'order',
  entityId: one.entityId,
  entitySource: one.source,
  subscriptionId: one.subscriptionId,
  subscriptionSnapshot: snapshotOf(one),
  paymentProvider: { type: one.provider },
  meta: {},
  markAsTest: false,
  recurringProduct: { locationId: one.locationId, name: one.productName },
  canceledAt: one.canceledAt === undefined ? undefined : iso(one.canceledAt),
});

/** A coupon; whether each customer may use it once comes back as a number. */
export const couponDetail = (coupon: Coupon, now: number): Json => ({
  ...common(coupon),
  usageCount: coupon.usageCount,
  limitPerCustomer: coupon.limitPerCustomer === true ? 1 : 0,
  name: coupon.name,
  code: coupon.code,
  discountType: coupon.discountType,
  discountValue: coupon.discountValue,
  status: couponStatus(coupon, now),
  startDate: coupon.startDate,
  endDate: coupon.endDate,
  usageLimit: coupon.usageLimit,
  productIds: coupon.productIds,
  applyToFuturePayments: coupon.applyToFuturePayments ?? true,
  applyToFuturePaymentsConfig: coupon.applyToFuturePaymentsConfig ?? { type: 'forever' },
});
