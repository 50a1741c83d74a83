export { default as contact_created } from './contact_created.ts';
export { default as contact_deleted } from './contact_deleted.ts';
export { default as contact_dnd_changed } from './contact_dnd_changed.ts';
export { default as contact_list } from './contact_list.ts';
export { default as contact_matched } from './contact_matched.ts';
export { default as contact_tags_changed } from './contact_tags_changed.ts';
export { default as contact_updated } from './contact_updated.ts';
export { default as new_contact } from './new_contact.ts';
