export { default as new_order } from './new_order.ts';
export { default as new_payment } from './new_payment.ts';
export { default as new_payment_subscription } from './new_payment_subscription.ts';
export { default as order_status_changed } from './order_status_changed.ts';
export { default as payment_failed } from './payment_failed.ts';
export { default as payment_refunded } from './payment_refunded.ts';
export { default as payment_subscription_status_changed } from './payment_subscription_status_changed.ts';
