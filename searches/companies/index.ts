export { default as find_company } from './find_company.ts';
export { default as find_company_contacts } from './find_company_contacts.ts';
