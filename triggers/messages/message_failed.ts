import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import {
  outboundChannelField,
  senderField,
  sourceField,
} from '../../lib/messages/filter_fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { hasFailed, messageFromEvent, isWanted } from '../../lib/messages/events.ts';
import { latestMessages, withPointers } from '../../lib/messages/messages.ts';
import { messageItem } from '../../resources/message.ts';

const inputFields = defineInputFields([outboundChannelField, sourceField, senderField]);

export const perform = ((z, bundle, event) => {
  const found = messageFromEvent(z, event, {
    ...bundle.inputData,
    direction: 'outbound',
  });
  return found && hasFailed(found) ? [found] : [];
}) satisfies EventPerform<typeof inputFields>;

export const performList = (async (z, bundle) => {
  const filters = { ...bundle.inputData, direction: 'outbound' };
  const messages = await latestMessages(z, bundle, filters, 'updatedAt');
  return messages
    .filter((entry) => hasFailed(entry) && isWanted(entry, filters))
    .map((entry) => withPointers(z, entry));
}) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'message_failed',
  noun: 'Message',
  display: {
    label: 'Message Failed',
    description:
      'Triggers when a message to a contact, such as a text or an email, bounces, fails to send or cannot be delivered. Instant. For the reason of a bounce, spam complaints and unsubscribes, use Email Event (only for emails sent by LC Email). For other statuses, such as delivered or opened, use Message Status Changed.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['OutboundMessage'], perform, 'Message Status Changed'),
    ...messageItem.outputOf({
      direction: 'outbound',
      status: 'failed',
      from: '+15550100100',
      to: '+15550100123',
    }),
  },
});
