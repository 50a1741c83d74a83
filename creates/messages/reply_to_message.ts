import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { fieldsByChoice } from '../../lib/operations/made_fields.ts';
import { replyToMessage } from '../../lib/messages/reply.ts';
import { answerFields, answerTextFields, forwardFields } from '../../lib/messages/reply_fields.ts';
import { groupsOf, inGroup } from '../../lib/operations/groups.ts';
import { SENDING_GROUPS, sendingFields } from '../../lib/messages/send_fields.ts';
import { sentMessage } from '../../resources/message.ts';

const inputFields = defineInputFields([
  ...answerFields,
  fieldsByChoice(forwardFields, (_field, { mode }) => mode === 'forward'),
  ...inGroup(SENDING_GROUPS.message, answerTextFields),
  ...sendingFields,
]);

export const perform = (async (z, bundle) =>
  replyToMessage(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'reply_to_message',
  noun: 'Reply',
  display: {
    label: 'Reply to Message',
    description:
      "Replies to a message on its channel and in its thread, or forwards an email. A reply can't be unsent. If the contact has opted out, nothing is sent and the Zap stops here. To start a new message, use Send Message.",
  },
  operation: {
    inputFields,
    inputFieldGroups: groupsOf(SENDING_GROUPS, inputFields),
    perform,
    ...sentMessage.output,
  },
});
