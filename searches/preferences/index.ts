export { default as get_subscription_status } from './get_subscription_status.ts';
