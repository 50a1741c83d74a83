export { default as complete_task } from './complete_task.ts';
export { default as create_task } from './create_task.ts';
