export { default as note_added } from './note_added.ts';
export { default as note_deleted } from './note_deleted.ts';
export { default as note_updated } from './note_updated.ts';
