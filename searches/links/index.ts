export { default as find_trigger_link } from './find_trigger_link.ts';
