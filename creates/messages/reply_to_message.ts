import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { messageField } from '../../lib/message_fields.ts';
import { fieldsByChoice } from '../../lib/operations.ts';
import { replyToMessage } from '../../lib/reply.ts';
import { scheduleField, sendingFields } from '../../lib/send_fields.ts';
import { sentMessage } from '../../resources/message.ts';

const staticFields = defineInputFields([
  {
    ...messageField,
    label: 'Message to Answer',
    required: true,
    helpText:
      'The message to answer, on its own channel and in its own thread. Map "Message ID" from an earlier step such as **New Message**, or choose one.',
  },
  {
    key: 'mode',
    label: 'How to Answer',
    type: 'string',
    choices: {
      reply: 'Reply to the sender',
      reply_all: 'Reply to all',
      forward: 'Forward to another address',
    },
    altersDynamicFields: true,
    helpText: 'For an e-mail only. Leave it empty to reply to the sender.',
  },
]);

const forwardFields = defineInputFields([
  {
    key: 'forwardTo',
    label: 'Forward To',
    type: 'string',
    required: true,
    helpText: 'The e-mail address that gets the e-mail.',
  },
  {
    key: 'forwardWholeThread',
    label: 'Forward the Whole Thread',
    type: 'boolean',
    helpText: 'Set to yes to forward every e-mail of the thread, not only this one.',
  },
]);

const inputFields = defineInputFields([
  ...staticFields,
  fieldsByChoice(forwardFields, (_field, { mode }) => mode === 'forward'),
  {
    key: 'message',
    label: 'Message',
    type: 'text',
    helpText: 'The text. May stay empty when you add an attachment or forward an e-mail.',
  },
  {
    key: 'html',
    label: 'HTML Body',
    type: 'text',
    helpText: 'For an e-mail only: the text as HTML, in place of "Message".',
  },
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
