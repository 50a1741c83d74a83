export { type CustomField, listCustomFields } from './custom_fields.ts';
export { tagChoices } from './tags.ts';
