import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { channelField, directionField } from '../../lib/messages/filter_fields.ts';
import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { changedMessages, withPointers } from '../../lib/messages/messages.ts';
import { MESSAGE_STATUSES } from '../../resources/message_statuses.ts';
import { messageStatusChange } from '../../resources/message_status_change.ts';

const inputFields = defineInputFields([
  {
    key: 'status',
    label: 'Statuses',
    type: 'string',
    list: true,
    choices: MESSAGE_STATUSES,
    helpText:
      'Only messages that reach one of these. Each check sees the latest status only: to catch every opened email, choose Clicked too. The Zap then runs twice for an email that is opened at one check and clicked at a later one. Leave blank for every change.',
  },
  channelField,
  directionField,
  contactFieldFor('Only messages with this contact.', 'Leave blank for any.'),
]);

export const perform = (async (z, bundle) => {
  const { status: wanted, ...filters } = bundle.inputData;
  const messages = await changedMessages(z, bundle, filters);
  return messages
    .filter(({ status }) => status !== null && (wanted === undefined || wanted.includes(status)))
    .map((entry) => withPointers(z, entry));
}) satisfies PollingTriggerPerform<typeof inputFields>;

export default defineTrigger({
  key: 'message_status_changed',
  noun: 'Message Status',
  display: {
    label: 'Message Status Changed',
    description:
      'Triggers when a message reaches a new status, such as delivered, opened, clicked or read. Zapier checks every few minutes. For one certain email, continue with a Filter step on Subject. To react right away to messages that fail or bounce, use Message Failed; to emails of LC Email that are opened or clicked, use Email Event. When a contact opts out, use Contact Do-Not-Disturb Changed.',
  },
  operation: {
    type: 'polling',
    inputFields,
    perform,
    ...messageStatusChange.outputOf({
      direction: 'outbound',
      from: '+15550100100',
      to: '+15550100123',
    }),
  },
});
