export { default as add_note } from './add_note.ts';
