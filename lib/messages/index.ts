export { elsewhereFields } from './add_fields.ts';
export { addToConversation, type Received } from './add_message.ts';
export { type CallFilters, callsAmong, withNumbers } from './calls.ts';
export { emailChoices, emailMessageChoices } from './choices.ts';
export { attachmentPointer, transcriptionPointer, transcriptPointer } from './dehydrate.ts';
export { exportMessages, latestMessages } from './messages.ts';
export { matches, type Message } from './filter.ts';
export { emailByAnyId, messageById } from './find.ts';
export { sendMessage } from './send.ts';
export { emailStatusFields } from './status_fields.ts';
export {
  attachmentsField,
  emailPeopleFields,
  filesField,
  htmlField,
  SENDING_GROUPS,
  smallSendingFields,
  subjectField,
  subscriptionTypeField,
} from './send_fields.ts';
export {
  readTranscription,
  type Transcription,
  transcriptionIn,
  transcriptionRequest,
} from './transcriptions.ts';
