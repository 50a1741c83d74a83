export { default as find_file } from './find_file.ts';
