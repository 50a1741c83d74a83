export {
  contactById,
  contactsByIds,
  contactsWith,
  EMAIL_AND_PHONE,
  findContacts,
} from './contacts.ts';
export { contactPointer } from './dehydrate.ts';
export { hasTag } from './events.ts';
export { contactField } from './fields.ts';
export { contactNamed, reachIn } from './find_named.ts';
export { contact } from './hydrators.ts';
export { newestContacts } from './new_contacts.ts';
export { labelOf, namesFor, type PersonName } from './names.ts';
