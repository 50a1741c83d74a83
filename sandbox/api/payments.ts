import { badRequest } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { newObjectId } from '../state/ids.ts';
import { cents, type Invoice } from '../state/invoices.ts';
import { type Order, orderTotals, type Transaction } from '../state/payments.ts';
import { fireOrder } from '../webhooks/order-events.ts';

/** How somebody paid, and what came of it. */
export interface Payment {
  amount: number;
  /** `succeeded` is the documented word; any other stands for a payment that did not arrive. */
  status: string;
  provider: string;
  method: Record<string, unknown>;
}

/** A card at the payment provider. */
const CARD = { card: { brand: 'visa', last4: '4242' } };

/** What is known of a payment, made whole: without an amount, what is left. 400 for more than that. */
export function wholePayment(payment: Partial<Payment>, left: number): Payment {
  const { amount = left, status = 'succeeded', provider = 'stripe', method = CARD } = payment;
  if (amount <= 0 || amount > left) throw badRequest('Amount is greater than the amount due');
  return { amount, status, provider, method };
}

/** How a payment that is recorded by hand was made. */
export const PAYMENT_MODES = ['cash', 'card', 'cheque', 'bank_transfer', 'other'] as const;

interface RecordedPayment {
  mode: (typeof PAYMENT_MODES)[number];
  amount?: number;
  card?: Record<string, unknown>;
  cheque?: Record<string, unknown>;
}

/** A payment that is recorded by hand. */
export function paidByHand({ mode, amount, card, cheque }: RecordedPayment): Partial<Payment> {
  return {
    provider: 'manual',
    method: { mode, ...(card ? { card } : {}), ...(cheque ? { cheque } : {}) },
    ...(amount === undefined ? {} : { amount }),
  };
}

/** Keeps a payment of an order or an invoice; payments have no events. */
function record(
  sandbox: Sandbox,
  of: Pick<Order, 'id' | 'locationId' | 'contactId' | 'currency' | 'liveMode' | 'source'>,
  entityType: Transaction['entityType'],
  payment: Payment,
): Transaction {
  const now = sandbox.now();
  const { id: entityId, locationId, contactId, currency, liveMode, source } = of;
  return sandbox.store.transactions.add({
    ...payment,
    id: newObjectId(),
    locationId,
    contactId,
    currency,
    liveMode,
    source,
    entityType,
    entityId,
    amountRefunded: 0,
    dateAdded: now,
    dateUpdated: now,
  });
}

/** A payment of an invoice, of which the invoice itself was told already. */
export const recordInvoicePayment = (
  sandbox: Sandbox,
  { id, locationId, contactDetails, currency, liveMode, name }: Invoice,
  payment: Payment,
): Transaction =>
  record(
    sandbox,
    {
      id,
      locationId,
      contactId: contactDetails.id,
      currency,
      liveMode,
      source: { type: 'invoice', id, name, meta: {} },
    },
    'invoice',
    payment,
  );

/** Changes how an order stands, and tells of it where it is another status. */
export function changeOrder(
  sandbox: Sandbox,
  order: Order,
  change: Partial<Pick<Order, 'status' | 'fulfillmentStatus' | 'paymentStatus'>>,
): void {
  const before = order.status;
  Object.assign(order, change, { dateUpdated: sandbox.now() });
  if (order.status !== before) fireOrder(sandbox, 'OrderStatusUpdate', order);
}

/**
 * Pays an order, or a part of it; without an amount what is left. One that is paid in full is
 * completed, one whose payment fails stays as it was.
 */
export function payOrder(
  sandbox: Sandbox,
  order: Order,
  payment: Partial<Payment> = {},
): Transaction {
  const left = cents(orderTotals(order).amount - order.amountPaid);
  const whole = wholePayment(payment, left);
  const { amount, status } = whole;
  const transaction = record(sandbox, order, 'order', whole);
  if (status === 'succeeded') {
    order.amountPaid = cents(order.amountPaid + amount);
    if (amount < left) changeOrder(sandbox, order, { paymentStatus: 'partially_paid' });
    else changeOrder(sandbox, order, { paymentStatus: 'paid', status: 'completed' });
  }
  return transaction;
}
