export { default as create_coupon } from './create_coupon.ts';
export { default as delete_coupon } from './delete_coupon.ts';
