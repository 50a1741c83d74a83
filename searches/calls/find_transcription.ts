import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { callField } from '../../lib/messages/fields.ts';
import { transcriptPointer } from '../../lib/messages/dehydrate.ts';
import { messageById } from '../../lib/messages/find.ts';
import { readTranscription } from '../../lib/messages/transcriptions.ts';
import { transcription } from '../../resources/transcription.ts';

const inputFields = defineInputFields([
  {
    ...callField,
    required: true,
    helpText:
      'Choose one of the latest calls, or map "Message ID" from an earlier step. While the transcript is not ready, "Is Ready" is no and the rest is blank.',
  },
]);

export const perform = (async (z, bundle) => {
  const { messageId } = bundle.inputData;
  const [call, content] = await Promise.all([
    messageById(z, messageId),
    readTranscription(z, bundle, messageId),
  ]);
  if (!call && !content) return [];
  const { contactId, conversationId, dateAdded } = call?.entry ?? {};
  const file = content && transcriptPointer(z, { messageId, contactId, dateAdded });
  return [
    transcription.parse({
      ...content,
      id: messageId,
      isReady: content !== undefined,
      file,
      contactId,
      conversationId,
      dateAdded,
    }),
  ];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_transcription',
  noun: 'Call Transcription',
  display: {
    label: 'Find Call Transcription',
    description:
      'Finds what was said in a call: the whole text, its sentences and a text file. To start a Zap when the text is ready, use Call Transcription Ready.',
  },
  operation: { inputFields, perform, ...transcription.output },
});
