export { default as phone_number_list } from './phone_number_list.ts';
