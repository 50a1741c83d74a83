export { default as get_recording } from './get_recording.ts';
export { default as get_transcription } from './get_transcription.ts';
