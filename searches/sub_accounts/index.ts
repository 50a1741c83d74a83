export { default as find_sub_account } from './find_sub_account.ts';
export { default as find_sub_accounts } from './find_sub_accounts.ts';
