import { defineTrigger, type WebhookTriggerPerformList } from 'zapier-platform-core';

import { callFilterFields } from '../../lib/calls/filter_fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { callsAmong, withNumbers } from '../../lib/messages/calls.ts';
import { latestMessages } from '../../lib/messages/messages.ts';
import { callItem } from '../../resources/call.ts';
import { message, messageIdIn } from '../../resources/message.ts';

export const perform = (async (z, bundle, event) => {
  const { inputData } = bundle;
  const call = message.parse(event);
  const messageId = messageIdIn(event);
  const entry = inputData.to === undefined ? call : await withNumbers(z, call, messageId);
  return callsAmong(z, [entry], inputData, messageId);
}) satisfies EventPerform<typeof callFilterFields>;

export const performList = (async (z, bundle) => {
  const calls = await latestMessages(z, bundle, { channel: 'call' });
  return callsAmong(z, calls, bundle.inputData);
}) satisfies WebhookTriggerPerformList<typeof callFilterFields>;

export default defineTrigger({
  key: 'new_call',
  noun: 'Call',
  display: {
    label: 'New Call',
    description:
      'Triggers when a phone call with a contact ends: answered, missed or gone to voicemail. Instant. The recording is ready some minutes later: add a Delay before the step that uses it. For what was said, use Call Transcription Ready.',
  },
  operation: {
    type: 'hook',
    inputFields: callFilterFields,
    performList,
    // HighLevel announces some inbound calls as outbound messages: the record's direction is right.
    ...hookOn(['InboundMessage', 'OutboundMessage'], perform, 'New Message'),
    ...callItem.output,
  },
});
