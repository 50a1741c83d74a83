export { default as find_recording } from './find_recording.ts';
export { default as find_transcription } from './find_transcription.ts';
