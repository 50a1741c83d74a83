import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import {
  assigneeField,
  eventChannelField,
  containsField,
} from '../../lib/messages/filter_fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { isAssignedTo, messageFromEvent } from '../../lib/messages/events.ts';
import { latestMessages, withPointers } from '../../lib/messages/messages.ts';
import { messageItem } from '../../resources/message.ts';

const inputFields = defineInputFields([
  eventChannelField,
  containsField,
  {
    ...assigneeField,
    helpText:
      'Only messages of conversations that are assigned to this user when the message arrives, or choose **Unassigned**. Leave it empty for all.',
  },
]);

export const perform = (async (z, bundle, event) => {
  const { assignedTo, ...filters } = bundle.inputData;
  const found = messageFromEvent(z, event, { ...filters, direction: 'inbound' });
  if (!found) return [];
  if (assignedTo && !(await isAssignedTo(z, found.conversationId, assignedTo))) return [];
  return [found];
}) satisfies EventPerform<typeof inputFields>;

export const performList = (async (z, bundle) => {
  const { channel, contains } = bundle.inputData;
  const messages = await latestMessages(z, bundle, { channel, contains, direction: 'inbound' });
  return messages.map((entry) => withPointers(z, entry));
}) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'new_inbound_message',
  noun: 'Message',
  display: {
    label: 'New Inbound Message',
    description: 'Triggers when a contact writes, calls or sends an e-mail, at once.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['InboundMessage'], perform, 'New Message'),
    ...messageItem.output,
  },
});
