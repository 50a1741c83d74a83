import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import {
  appliesToChannel,
  channelFields,
  channelStartFields,
  fileFields,
  lastSendingFields,
  SENDING_GROUPS,
  textOrTemplateFields,
} from '../../lib/messages/send_fields.ts';
import { readReply, sendAndWait } from '../../lib/messages/wait.ts';
import { answerableChannelField, waitFields } from '../../lib/messages/wait_fields.ts';
import { groupsOf } from '../../lib/operations/groups.ts';
import { fieldsByChoice } from '../../lib/operations/made_fields.ts';
import { awaitedReply } from '../../resources/awaited_reply.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  answerableChannelField,
  ...waitFields,
  fieldsByChoice(channelStartFields, appliesToChannel),
  ...textOrTemplateFields(),
  fieldsByChoice(channelFields, appliesToChannel),
  ...fileFields,
  ...lastSendingFields,
]);

export const perform = (async (z, bundle) =>
  sendAndWait(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'send_message_and_wait',
  noun: 'Reply',
  display: {
    label: 'Send Message and Wait for Reply',
    description:
      'Sends a message to a contact and pauses the Zap until the contact replies or the time you set is over. A test sends the message and returns an example of a reply. If the contact has opted out, nothing is sent and the Zap stops here. To send without waiting, use Send Message.',
  },
  operation: {
    inputFields,
    inputFieldGroups: groupsOf(SENDING_GROUPS, inputFields),
    perform,
    performResume: readReply,
    ...awaitedReply.output,
  },
});
