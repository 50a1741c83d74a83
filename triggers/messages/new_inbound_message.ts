import { defineTrigger, type WebhookTriggerPerformList } from 'zapier-platform-core';

import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { inboundFields } from '../../lib/messages/inbound_fields.ts';
import { inboundFromEvent, mayBeWanted } from '../../lib/messages/inbound_events.ts';
import { latestMessages, withPointers } from '../../lib/messages/messages.ts';
import { messageItem } from '../../resources/message.ts';

export const perform = (async (z, bundle, event) => {
  const found = await inboundFromEvent(z, bundle, event, bundle.inputData);
  return found ? [found] : [];
}) satisfies EventPerform<typeof inboundFields>;

export const performList = (async (z, bundle) => {
  const { channel, contains, contactId } = bundle.inputData;
  const filters = { channel, contains, contactId, direction: 'inbound' };
  const messages = await latestMessages(z, bundle, filters);
  return messages
    .filter((entry) => mayBeWanted(entry, bundle.inputData))
    .map((entry) => withPointers(z, entry));
}) satisfies WebhookTriggerPerformList<typeof inboundFields>;

export default defineTrigger({
  key: 'new_inbound_message',
  noun: 'Message',
  display: {
    label: 'New Inbound Message',
    description:
      'Triggers when a contact sends you a message on any channel, such as SMS, email or WhatsApp. Includes the full text of emails. Instant. Can also trigger for calls, reviews and form submissions. Use this one to react to customers.',
  },
  operation: {
    type: 'hook',
    inputFields: inboundFields,
    performList,
    ...hookOn(['InboundMessage'], perform, 'New Message'),
    ...messageItem.output,
  },
});
