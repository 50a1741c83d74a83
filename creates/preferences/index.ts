export { default as change_subscription } from './change_subscription.ts';
export { default as create_subscription_type } from './create_subscription_type.ts';
export { default as update_subscription_type } from './update_subscription_type.ts';
