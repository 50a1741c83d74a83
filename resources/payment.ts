import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, id, lead, nested, primary, text, yesNo } from './fields.ts';
import { amountFrom, money } from './money.ts';
import { dates, ownerOf, ORDER_ID_EXAMPLE, person, sourceOf, sourceWords } from './order.ts';
import { paymentStatus, subscriptionStatus } from './payment_statuses.ts';
import { isRecord, toRecord, toText, type RawRecord } from './values.ts';

export const PAYMENT_ID_EXAMPLE = '61dd0feac077f72010f78804';
export const SUBSCRIPTION_ID_EXAMPLE = '64bf78af39118e4011926cba';

/** A payment, which HighLevel calls a transaction. Its lists have all of it; no webhook tells of one. */
export const payment = defineResource(
  'payment',
  () => z.object({ ...paymentWords(), ...person(), ...sourceWords(), ...dates(), ...paymentIds() }),
  readPayment,
);

/** A payment as triggers give it: with its contact, fetched when used. */
export const paymentItem = defineResource('payment item', paymentItemSchema, readPayment);

/** The same where a larger refund is another item. */
export const refundedPayment = defineResource(
  'refunded payment',
  () => {
    const { id: paymentId, amountRefunded, ...rest } = paymentItemSchema().shape;
    return z.object({
      id: primary(paymentId),
      amountRefunded: lead(primary(amountRefunded)),
      ...rest,
    });
  },
  readPayment,
);

/** Something that a customer pays again and again. */
export const subscription = defineResource(
  'payment subscription',
  () =>
    z.object({
      ...subscriptionWords(),
      ...person(),
      ...sourceWords(),
      ...subscriptionDates(),
      ...subscriptionIds(),
    }),
  readSubscription,
);

/** A subscription as triggers give it: with its contact, fetched when used. */
export const subscriptionItem = defineResource(
  'payment subscription item',
  subscriptionItemSchema,
  readSubscription,
);

/** The same where another status is another item. */
export const changedSubscription = defineResource(
  'changed payment subscription',
  () => {
    const { id: subscriptionId, status, ...rest } = subscriptionItemSchema().shape;
    return z.object({ id: primary(subscriptionId), status: lead(primary(status)), ...rest });
  },
  readSubscription,
);

function paymentItemSchema() {
  return z.object({
    ...paymentWords(),
    ...person(),
    contact: nested('Contact', contactSummary.shape()),
    ...sourceWords(),
    ...dates(),
    ...paymentIds(),
  });
}

function subscriptionItemSchema() {
  return z.object({
    ...subscriptionWords(),
    ...person(),
    contact: nested('Contact', contactSummary.shape()),
    ...sourceWords(),
    ...subscriptionDates(),
    ...subscriptionIds(),
  });
}

function paymentWords() {
  return {
    id: id('Payment ID', PAYMENT_ID_EXAMPLE),
    status: lead(text('Status', 'succeeded')),
    amount: lead(money('Amount', 150.1)),
    amountRefunded: money('Amount Refunded', 0),
    currency: lead(text('Currency', 'USD')),
    method: text('Payment Method', 'Visa 4242'),
    isCard: yesNo('Is Card', true),
    provider: text('Payment Provider', 'stripe'),
    failureReason: text('Reason for Failure', null),
  };
}

function paymentIds() {
  return {
    rawStatus: text('Status in HighLevel', 'succeeded'),
    paidFor: text('Paid For', 'order'),
    orderId: text('Order ID', ORDER_ID_EXAMPLE),
    invoiceId: text('Invoice ID', null),
    subscriptionId: text('Subscription ID at the Provider', null),
    chargeId: text('Charge ID', 'in_1KGcXDCScnf89tZohCsmImwE'),
    sourceId: text('Source ID', 'nOhC1pPzJlPzTpXjFlCp'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function subscriptionWords() {
  return {
    id: id('Subscription ID', SUBSCRIPTION_ID_EXAMPLE),
    status: lead(text('Status', 'active')),
    amount: lead(money('Amount', 29.99)),
    currency: lead(text('Currency', 'USD')),
    provider: text('Payment Provider', 'stripe'),
  };
}

function subscriptionDates() {
  return {
    statusChangedAt: dateTime('Status Changed At', null),
    canceledAt: dateTime('Canceled At', null),
    ...dates(),
  };
}

function subscriptionIds() {
  return {
    rawStatus: text('Status in HighLevel', 'active'),
    providerSubscriptionId: text('Subscription ID at the Provider', 'sub_1KGcXDCScnf89tZoVkoEMCEL'),
    orderId: text('Order ID', ORDER_ID_EXAMPLE),
    sourceId: text('Source ID', 'nOhC1pPzJlPzTpXjFlCp'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function readPayment(raw: RawRecord): RawRecord {
  const { currency, status, entityId } = raw;
  const paidFor = toText(raw['entityType']);
  return {
    ...raw,
    ...ownerOf(raw),
    ...sourceOf(raw),
    status: paymentStatus(status),
    rawStatus: status,
    amount: amountFrom(raw['amount'], currency),
    amountRefunded: amountFrom(raw['amountRefunded'], currency) ?? 0,
    method: methodOf(raw['paymentMethod']),
    isCard: isCard(raw['paymentMethod']),
    provider: providerOf(raw),
    failureReason: failureIn(raw['chargeSnapshot']),
    paidFor,
    orderId: paidFor === 'order' ? entityId : null,
    invoiceId: paidFor === 'invoice' ? entityId : raw['invoiceId'],
  };
}

function readSubscription(raw: RawRecord): RawRecord {
  const { currency, status, entityId, canceledAt } = raw;
  const snapshot = toRecord(raw['subscriptionSnapshot']);
  return {
    ...raw,
    ...ownerOf(raw),
    ...sourceOf(raw),
    status: subscriptionStatus(status),
    rawStatus: status,
    amount: amountFrom(raw['amount'], currency),
    provider: providerOf(raw),
    // PayPal says when; of others only a cancellation has its time.
    statusChangedAt: snapshot['status_update_time'] ?? canceledAt ?? snapshot['canceled_at'],
    canceledAt: canceledAt ?? snapshot['canceled_at'],
    providerSubscriptionId: raw['subscriptionId'],
    orderId: toText(raw['entityType']) === 'order' ? entityId : null,
  };
}

function providerOf(raw: RawRecord): unknown {
  return raw['paymentProviderType'] ?? toRecord(raw['paymentProvider'])['type'];
}

/** `Visa 4242`, or the kind of payment that was recorded by hand. */
function methodOf(method: unknown): string | null {
  if (!isRecord(method)) return toText(method);
  const { card, mode, type } = method;
  if (!isRecord(card)) return toText(mode ?? type)?.replaceAll('_', ' ') ?? null;
  const brand = toText(card['brand'])?.replace(/^./, (letter) => letter.toUpperCase());
  const words = [brand ?? 'Card', toText(card['last4'])];
  return words.filter(Boolean).join(' ');
}

/** Whether a card paid; null where HighLevel does not say how. */
function isCard(method: unknown): boolean | null {
  const { card, mode, type } = isRecord(method) ? method : { mode: method };
  if (isRecord(card)) return true;
  const word = toText(mode ?? type);
  return word === null ? null : word.toLowerCase() === 'card';
}

/** What the provider said of a payment that failed. HighLevel hands on the provider's own record. */
function failureIn(snapshot: unknown): string | null {
  const charge = toRecord(snapshot);
  const error = toRecord(charge['last_payment_error'] ?? charge['error']);
  return toText(charge['failure_message'] ?? error['message'] ?? charge['failure_code']);
}
