import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { conversationField } from '../../lib/conversations/fields.ts';
import { showTyping } from '../../lib/messages/typing.ts';
import { typing } from '../../resources/typing.ts';

const inputFields = defineInputFields([
  {
    ...conversationField,
    required: true,
    helpText:
      'A conversation in the live chat of your website. Choose it, or map "Conversation ID" from an earlier step.',
  },
  {
    key: 'isTyping',
    label: 'Is Typing',
    type: 'boolean',
    default: 'true',
    helpText: 'Yes shows the typing indicator. No hides it.',
  },
]);

export const perform = (async (z, bundle) =>
  showTyping(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'show_typing',
  noun: 'Typing Indicator',
  display: {
    label: 'Show Typing in Live Chat',
    description: 'Shows or hides the typing indicator for the visitor of a live chat.',
  },
  operation: { inputFields, perform, ...typing.output },
});
