export { default as find_subscription_status } from './find_subscription_status.ts';
