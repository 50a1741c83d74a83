export { default as add_contact_tags } from './add_contact_tags.ts';
export { default as assign_contact } from './assign_contact.ts';
export { default as delete_contact } from './delete_contact.ts';
export { default as remove_contact_tags } from './remove_contact_tags.ts';
export { default as set_do_not_disturb } from './set_do_not_disturb.ts';
export { default as update_contact } from './update_contact.ts';
export { default as upsert_contact } from './upsert_contact.ts';
