export { default as create_record } from './create_record.ts';
export { default as delete_record } from './delete_record.ts';
export { default as update_record } from './update_record.ts';
