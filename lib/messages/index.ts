export { elsewhereFields } from './add_fields.ts';
export { addToConversation, type Received } from './add_message.ts';
export { type CallFilters, callsAmong } from './calls.ts';
export { transcriptionPointer } from './dehydrate.ts';
export { exportMessages } from './messages.ts';
export { type Message } from './filter.ts';
export { attachmentsField, filesField } from './send_fields.ts';
export { type Transcription, transcriptionIn, transcriptionRequest } from './transcriptions.ts';
