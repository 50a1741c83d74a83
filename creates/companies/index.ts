export { default as add_contact_to_company } from './add_contact_to_company.ts';
export { default as create_company } from './create_company.ts';
export { default as delete_company } from './delete_company.ts';
export { default as remove_contact_from_company } from './remove_contact_from_company.ts';
export { default as update_company } from './update_company.ts';
