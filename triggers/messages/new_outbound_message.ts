import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import {
  outboundChannelField,
  containsField,
  senderField,
  sourceField,
} from '../../lib/messages/filter_fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { messageFromEvent, isWanted } from '../../lib/messages/events.ts';
import { latestMessages, withPointers } from '../../lib/messages/messages.ts';
import { messageItem } from '../../resources/message.ts';

const inputFields = defineInputFields([
  outboundChannelField,
  sourceField,
  senderField,
  containsField,
]);

export const perform = ((z, bundle, event) => {
  const found = messageFromEvent(z, event, {
    ...bundle.inputData,
    direction: 'outbound',
  });
  return found ? [found] : [];
}) satisfies EventPerform<typeof inputFields>;

export const performList = (async (z, bundle) => {
  const filters = { ...bundle.inputData, direction: 'outbound' };
  const messages = await latestMessages(z, bundle, filters);
  return messages
    .filter((entry) => isWanted(entry, filters))
    .map((entry) => withPointers(z, entry));
}) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'new_outbound_message',
  noun: 'Message',
  display: {
    label: 'New Outbound Message',
    description:
      'Triggers when a message to a contact is sent by your team, a workflow or another app. Instant. For messages that fail, use Message Failed.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['OutboundMessage'], perform, 'New Message'),
    ...messageItem.outputOf({ direction: 'outbound', from: '+15550100100', to: '+15550100123' }),
  },
});
