import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { directionField } from '../../lib/conversations/channel_fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { callsAmong } from '../../lib/messages/events.ts';
import { latestMessages } from '../../lib/messages/messages.ts';
import { CALL_OUTCOMES, callItem } from '../../resources/call.ts';
import { message, messageIdIn } from '../../resources/message.ts';

const inputFields = defineInputFields([
  directionField,
  {
    key: 'outcome',
    label: 'Outcome',
    type: 'string',
    choices: CALL_OUTCOMES,
    helpText: 'How the call ended. Leave it empty for all.',
  },
  {
    key: 'minimumDuration',
    label: 'Minimum Duration in Seconds',
    type: 'integer',
    meta: { min: 0 },
    placeholder: '30',
    helpText: 'Only calls that lasted at least so long. Leave it empty for all.',
  },
]);

export const perform = ((z, bundle, event) => {
  return callsAmong(z, [message.parse(event)], bundle.inputData, messageIdIn(event));
}) satisfies EventPerform<typeof inputFields>;

export const performList = (async (z, bundle) => {
  const calls = await latestMessages(z, bundle, { channel: 'call' });
  return callsAmong(z, calls, bundle.inputData);
}) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'new_call',
  noun: 'Call',
  display: {
    label: 'New Call',
    description: 'Triggers when a phone call with a contact has ended, or a voicemail was left.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    // HighLevel announces some inbound calls as outbound messages: the record's direction is right.
    ...hookOn(['InboundMessage', 'OutboundMessage'], perform, 'New Message'),
    ...callItem.output,
  },
});
