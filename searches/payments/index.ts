export { default as find_coupon } from './find_coupon.ts';
export { default as find_order } from './find_order.ts';
export { default as find_payment } from './find_payment.ts';
export { default as find_payment_subscription } from './find_payment_subscription.ts';
