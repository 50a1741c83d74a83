export { default as find_custom_field } from './find_custom_field.ts';
export { default as find_custom_value } from './find_custom_value.ts';
export { default as find_tag } from './find_tag.ts';
export { default as find_template } from './find_template.ts';
