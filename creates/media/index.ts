export { default as create_folder } from './create_folder.ts';
export { default as delete_file } from './delete_file.ts';
export { default as upload_file } from './upload_file.ts';
