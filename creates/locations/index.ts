export { default as create_custom_field } from './create_custom_field.ts';
export { default as create_tag } from './create_tag.ts';
export { default as delete_custom_value } from './delete_custom_value.ts';
export { default as set_custom_value } from './set_custom_value.ts';
