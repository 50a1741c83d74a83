import { defineInputFields } from 'zapier-platform-core';

import { messageField } from './fields.ts';

/** Which message is answered, and how. */
export const answerFields = defineInputFields([
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

/** What forwarding an e-mail needs besides. */
export const forwardFields = defineInputFields([
  {
    key: 'forwardTo',
    label: 'Forward To',
    type: 'string',
    meta: { kind: 'email' },
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

/** What the answer says. */
export const answerTextFields = defineInputFields([
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
]);
