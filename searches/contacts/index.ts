export { default as find_contact } from './find_contact.ts';
export { default as find_contact_by_field } from './find_contact_by_field.ts';
export { default as find_contacts } from './find_contacts.ts';
