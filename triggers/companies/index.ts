export { default as new_company } from './new_company.ts';
