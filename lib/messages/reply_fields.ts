import { defineInputFields } from 'zapier-platform-core';

import { messageField } from './fields.ts';

/** Which message is answered, and how. */
export const answerFields = defineInputFields([
  {
    ...messageField,
    label: 'Message to Reply To',
    required: true,
    helpText:
      'The reply goes out on the same channel and in the same thread. Choose a message, or map "Message ID" from an earlier step such as **New Message**.',
  },
  {
    key: 'mode',
    label: 'Reply Type',
    type: 'string',
    choices: {
      reply: 'Reply to the sender',
      reply_all: 'Reply to all',
      forward: 'Forward to another address',
    },
    altersDynamicFields: true,
    helpText: 'For an email only. Leave blank to reply to the sender.',
  },
]);

/** What forwarding an email needs. */
export const forwardFields = defineInputFields([
  {
    key: 'forwardTo',
    label: 'Forward To',
    type: 'string',
    meta: { kind: 'email' },
    required: true,
    helpText: 'The email address to forward to.',
  },
  {
    key: 'forwardWholeThread',
    label: 'Forward the Whole Thread',
    type: 'boolean',
    helpText: 'Yes forwards every email of the thread, not only this one.',
  },
]);

/** What the answer says. */
export const answerTextFields = defineInputFields([
  {
    key: 'message',
    label: 'Message',
    type: 'text',
    helpText: 'The text. Optional if you add an attachment or forward an email.',
  },
  {
    key: 'html',
    label: 'HTML Body',
    type: 'text',
    helpText: 'For an email only. The text with formatting, as HTML code, instead of "Message".',
  },
]);
