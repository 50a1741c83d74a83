export { default as api_request } from './api_request.ts';
