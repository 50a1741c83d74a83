export { default as task_completed } from './task_completed.ts';
export { default as task_created } from './task_created.ts';
export { default as task_deleted } from './task_deleted.ts';
export { default as task_due_soon } from './task_due_soon.ts';
