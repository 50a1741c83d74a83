export { default as subscription_type_list } from './subscription_type_list.ts';
