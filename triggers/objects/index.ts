export { default as new_record } from './new_record.ts';
export { default as record_updated } from './record_updated.ts';
export { default as record_deleted } from './record_deleted.ts';
export { default as records_linked } from './records_linked.ts';
export { default as records_unlinked } from './records_unlinked.ts';
