import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { phoneNumberField } from '../../lib/phone_numbers/fields.ts';
import { sendMessage } from '../../lib/messages/send.ts';
import { groupsOf, inGroup } from '../../lib/operations/groups.ts';
import {
  SENDING_GROUPS,
  smallSendingFields,
  textOrTemplateFields,
  toNumberField,
} from '../../lib/messages/send_fields.ts';
import { sentMessage } from '../../resources/message.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  ...textOrTemplateFields('sms'),
  ...inGroup(SENDING_GROUPS.people, [phoneNumberField, toNumberField]),
  ...smallSendingFields,
]);

export const perform = (async (z, bundle) =>
  sendMessage(z, bundle, { ...bundle.inputData, channel: 'sms' })) satisfies CreatePerform<
  typeof inputFields
>;

export default defineCreate({
  key: 'send_sms',
  noun: 'SMS',
  display: {
    label: 'Send SMS',
    description:
      "Sends a text message (SMS) to a contact, with files if you like, now or at a time you set. You can choose the number it comes from. It can't be unsent. If the contact has opted out, nothing is sent and the Zap stops here. For other channels, use Send Message.",
  },
  operation: {
    inputFields,
    inputFieldGroups: groupsOf(SENDING_GROUPS, inputFields),
    perform,
    ...sentMessage.output,
  },
});
