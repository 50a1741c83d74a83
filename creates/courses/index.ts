export { default as import_course } from './import_course.ts';
