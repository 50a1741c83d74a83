export { default as find_record } from './find_record.ts';
