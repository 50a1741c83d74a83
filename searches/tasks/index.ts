export { default as find_task } from './find_task.ts';
