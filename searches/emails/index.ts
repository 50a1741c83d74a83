export { default as get_email } from './get_email.ts';
