export { default as other_event } from './other_event.ts';
