export { companies } from './companies.ts';
