export { default as new_call } from './new_call.ts';
export { default as transcription_ready } from './transcription_ready.ts';
