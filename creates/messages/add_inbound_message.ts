import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { addInboundMessage } from '../../lib/messages/inbound.ts';
import { fieldsByChoice, type Shows } from '../../lib/operations/made_fields.ts';
import {
  INBOUND_GROUPS,
  inboundEmailFields,
  inboundSubjectFields,
  inboundTextFields,
  receivedOnField,
  sourceFields,
} from '../../lib/messages/add_fields.ts';
import { addedMessage } from '../../resources/added_message.ts';

const isEmail: Shows = (_field, { channel }) => channel === 'email';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  receivedOnField,
  fieldsByChoice(inboundSubjectFields, isEmail),
  ...inboundTextFields,
  fieldsByChoice(inboundEmailFields, isEmail),
  ...sourceFields,
]);

export const perform = (async (z, bundle) =>
  addInboundMessage(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'add_inbound_message',
  noun: 'Inbound Message',
  display: {
    label: 'Add Inbound Message',
    description:
      "Adds a message to a contact's conversation that the contact sent in another system. To send a message, use Send Message. For a phone call, use Log Call.",
  },
  operation: {
    inputFields,
    inputFieldGroups: Object.values(INBOUND_GROUPS),
    perform,
    ...addedMessage.output,
  },
});
