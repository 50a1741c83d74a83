export { default as create_trigger_link } from './create_trigger_link.ts';
export { default as delete_trigger_link } from './delete_trigger_link.ts';
export { default as update_trigger_link } from './update_trigger_link.ts';
