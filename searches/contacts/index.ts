export { default as find_contact } from './find_contact.ts';
