export { default as create_record } from './create_record.ts';
export { default as delete_record } from './delete_record.ts';
export { default as link_records } from './link_records.ts';
export { default as unlink_records } from './unlink_records.ts';
export { default as update_record } from './update_record.ts';
