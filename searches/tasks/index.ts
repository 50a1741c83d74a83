export { default as find_task } from './find_task.ts';
export { default as find_tasks } from './find_tasks.ts';
