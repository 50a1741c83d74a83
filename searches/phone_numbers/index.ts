export { default as find_phone_number } from './find_phone_number.ts';
