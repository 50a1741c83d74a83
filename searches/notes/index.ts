export { default as find_notes } from './find_notes.ts';
