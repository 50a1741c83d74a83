export {
  contactById,
  contactsByIds,
  EMAIL_AND_PHONE,
  findContacts,
  newestContacts,
} from './contacts.ts';
export { contactPointer } from './dehydrate.ts';
export { hasTag } from './events.ts';
export { contactField, contactTagField } from './fields.ts';
export { contactNamed } from './find_named.ts';
export { contact } from './hydrators.ts';
export { labelOf, namesFor, type PersonName } from './names.ts';
