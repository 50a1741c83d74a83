export { default as find_workflow } from './find_workflow.ts';
