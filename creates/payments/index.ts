export { default as create_coupon } from './create_coupon.ts';
export { default as delete_coupon } from './delete_coupon.ts';
export { default as fulfill_order } from './fulfill_order.ts';
export { default as record_order_payment } from './record_order_payment.ts';
export { default as update_coupon } from './update_coupon.ts';
