export { type CustomField, listCustomFields } from './custom_fields.ts';
export {
  CUSTOM_GROUP,
  customFieldsOf,
  customFieldValues,
  unsavedFields,
  type CustomFieldValue,
} from './custom_field_form.ts';
export { tagChoices } from './tags.ts';
export { findTemplates, templateField } from './templates.ts';
export type { TemplateType } from './templates.ts';
