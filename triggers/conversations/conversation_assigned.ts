import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { assignedConversations } from '../../lib/conversations/assigned.ts';
import { channelField } from '../../lib/conversations/channel_fields.ts';
import { userField } from '../../lib/users/fields.ts';
import { assignedConversation } from '../../resources/assigned_conversation.ts';

const inputFields = defineInputFields([
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    helpText: 'Only conversations assigned to this user. Leave blank for all.',
  },
  {
    ...channelField,
    helpText: 'Channels of the latest message when Zapier checks. Leave blank for all.',
  },
]);

export const perform = ((z, bundle) =>
  assignedConversations(z, bundle, bundle.inputData)) satisfies PollingTriggerPerform<
  typeof inputFields
>;

export default defineTrigger({
  key: 'conversation_assigned',
  noun: 'Conversation',
  display: {
    label: 'Conversation Assigned',
    description:
      'Triggers when a conversation is assigned to a user for the first time. Zapier checks every few minutes and reads the 100 most recent conversations.',
  },
  operation: { type: 'polling', inputFields, perform, ...assignedConversation.output },
});
