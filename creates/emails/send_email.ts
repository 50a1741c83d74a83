import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { templateField } from '../../lib/locations/templates.ts';
import { sendMessage } from '../../lib/messages/send.ts';
import {
  emailPeopleFields,
  htmlField,
  SENDING_GROUPS,
  smallSendingFields,
  subjectField,
  subscriptionTypeField,
} from '../../lib/messages/send_fields.ts';
import { groupsOf, inGroup } from '../../lib/operations/groups.ts';
import { sentMessage } from '../../resources/message.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  ...inGroup(SENDING_GROUPS.message, [
    {
      ...subjectField,
      helpText: 'What the email is about. Required unless you choose a template.',
    },
    {
      key: 'message',
      label: 'Message',
      type: 'text',
      helpText:
        'The text of the email. Optional if you fill in "HTML Body", choose a template or add an attachment.',
    },
    htmlField,
    templateField('email'),
  ]),
  ...inGroup(SENDING_GROUPS.people, emailPeopleFields),
  ...inGroup(SENDING_GROUPS.delivery, [subscriptionTypeField]),
  ...smallSendingFields,
]);

export const perform = (async (z, bundle) =>
  sendMessage(z, bundle, { ...bundle.inputData, channel: 'email' })) satisfies CreatePerform<
  typeof inputFields
>;

export default defineCreate({
  key: 'send_email',
  noun: 'Email',
  display: {
    label: 'Send Email',
    description:
      "Sends an email to a contact, now or at a time you set, with CC, BCC and files if you like. It can't be unsent. If the contact has opted out, nothing is sent and the Zap stops here. To answer an email in its thread, use Reply to Message. For other channels, use Send Message.",
  },
  operation: {
    inputFields,
    inputFieldGroups: groupsOf(SENDING_GROUPS, inputFields),
    perform,
    ...sentMessage.outputOf({ channel: 'email', emailMessageId: 'eM4iLk9QwZ7xTn2RvBpC' }),
  },
});
