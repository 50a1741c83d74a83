export { default as find_user } from './find_user.ts';
