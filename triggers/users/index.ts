export { default as user_created } from './user_created.ts';
export { default as user_list } from './user_list.ts';
