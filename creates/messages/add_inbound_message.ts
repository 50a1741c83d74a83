import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { addInboundMessage, RECEIVABLE_CHANNELS } from '../../lib/messages/inbound.ts';
import { fieldsByChoice } from '../../lib/operations/made_fields.ts';
import { elsewhereFields, inboundEmailFields } from '../../lib/messages/add_fields.ts';
import { filesField, attachmentsField } from '../../lib/messages/send_fields.ts';
import { addedMessage } from '../../resources/added_message.ts';

const staticFields = defineInputFields([
  { ...contactField, required: true },
  {
    key: 'channel',
    label: 'Channel',
    type: 'string',
    required: true,
    choices: RECEIVABLE_CHANNELS,
    altersDynamicFields: true,
    helpText:
      'Where the contact wrote. A live chat that is added here cannot be answered in HighLevel.',
  },
  {
    key: 'message',
    label: 'Message',
    type: 'text',
    helpText: 'The text. May stay empty when you add an attachment.',
  },
]);

const inputFields = defineInputFields([
  ...staticFields,
  fieldsByChoice(inboundEmailFields, (_field, { channel }) => channel === 'email'),
  {
    key: 'conversationProviderId',
    label: 'Conversation Provider',
    type: 'string',
    meta: { kind: 'id' },
    helpText:
      'The provider that brings these messages, by the ID that its maker gives in the HighLevel marketplace. Needed for **Custom Provider**, and wherever your own provider takes the place of the one of HighLevel.',
  },
  filesField,
  attachmentsField,
  ...elsewhereFields,
]);

export const perform = (async (z, bundle) =>
  addInboundMessage(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'add_inbound_message',
  noun: 'Inbound Message',
  display: {
    label: 'Add Inbound Message',
    description: 'Adds what a contact wrote elsewhere to the conversation with them.',
  },
  operation: { inputFields, perform, ...addedMessage.output },
});
