export { default as find_record } from './find_record.ts';
export { default as find_records } from './find_records.ts';
export { default as find_related_records } from './find_related_records.ts';
