export { default as find_email } from './find_email.ts';
