export { default as note_added } from './note_added.ts';
