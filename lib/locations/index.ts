export { type CustomField, listCustomFields } from './custom_fields.ts';
export { tagChoices } from './tags.ts';
export { findTemplates, templateField } from './templates.ts';
export type { TemplateType } from './templates.ts';
