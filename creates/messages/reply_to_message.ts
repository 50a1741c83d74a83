import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { fieldsByChoice } from '../../lib/operations/made_fields.ts';
import { replyToMessage } from '../../lib/messages/reply.ts';
import { answerFields, answerTextFields, forwardFields } from '../../lib/messages/reply_fields.ts';
import { scheduleField, sendingFields } from '../../lib/messages/send_fields.ts';
import { sentMessage } from '../../resources/message.ts';

const inputFields = defineInputFields([
  ...answerFields,
  fieldsByChoice(forwardFields, (_field, { mode }) => mode === 'forward'),
  ...answerTextFields,
  ...sendingFields,
  scheduleField,
]);

export const perform = (async (z, bundle) =>
  replyToMessage(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'reply_to_message',
  noun: 'Reply',
  display: {
    label: 'Reply to Message',
    description:
      'Sends an answer on the channel and in the thread of a message, or forwards an e-mail.',
  },
  operation: { inputFields, perform, ...sentMessage.output },
});
