export { default as log_call } from './log_call.ts';
