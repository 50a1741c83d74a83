export { default as complete_task } from './complete_task.ts';
export { default as create_task } from './create_task.ts';
export { default as delete_task } from './delete_task.ts';
export { default as update_task } from './update_task.ts';
