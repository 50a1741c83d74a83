export { default as sub_account_list } from './sub_account_list.ts';
