export { default as create_user } from './create_user.ts';
export { default as delete_user } from './delete_user.ts';
export { default as update_user } from './update_user.ts';
