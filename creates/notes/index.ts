export { default as add_note } from './add_note.ts';
export { default as delete_note } from './delete_note.ts';
export { default as update_note } from './update_note.ts';
