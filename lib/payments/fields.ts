import { choicesFrom, findByName } from '../operations/choices.ts';
import { orderChoices, paymentChoices, subscriptionChoices } from './choices.ts';
import { couponChoices } from './coupons.ts';

export const orderField = {
  key: 'orderId',
  label: 'Order',
  type: 'string',
  choices: choicesFrom(orderChoices),
  resource: 'order',
  search: 'find_order.id',
  helpText: 'Choose an order, or map the Order ID from an earlier step, such as **Find Order**.',
} as const;

export const couponField = {
  key: 'couponId',
  label: 'Coupon',
  type: 'string',
  choices: choicesFrom(couponChoices, findByName(couponChoices, 'coupon')),
  resource: 'coupon',
  search: 'find_coupon.id',
  helpText: 'Choose a coupon, or map the ID or code of one from an earlier step.',
} as const;

export const paymentField = {
  key: 'paymentId',
  label: 'Payment',
  type: 'string',
  choices: choicesFrom(paymentChoices),
  resource: 'payment',
  helpText:
    'Instead of the fields above: choose a payment, or map the Payment ID from an earlier step, such as **New Payment**.',
} as const;

export const subscriptionField = {
  key: 'subscriptionId',
  label: 'Subscription',
  type: 'string',
  choices: choicesFrom(subscriptionChoices),
  resource: 'payment_subscription',
  helpText:
    'Instead of the fields above: choose a subscription, or map the Subscription ID from an earlier step, such as **New Payment Subscription**.',
} as const;
