export { default as add_contact_to_workflow } from './add_contact_to_workflow.ts';
export { default as remove_contact_from_workflow } from './remove_contact_from_workflow.ts';
