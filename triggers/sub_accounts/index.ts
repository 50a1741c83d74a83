export { default as api_sub_account_list } from './api_sub_account_list.ts';
export { default as instant_sub_account_list } from './instant_sub_account_list.ts';
export { default as sub_account_list } from './sub_account_list.ts';
