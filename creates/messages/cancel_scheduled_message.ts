import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { scheduledMessageField } from '../../lib/messages/fields.ts';
import { cancelScheduled } from '../../lib/messages/schedule.ts';
import { cancelledMessage } from '../../resources/cancellation.ts';
import { path } from '../../lib/http/path.ts';

const inputFields = defineInputFields([{ ...scheduledMessageField, required: true }]);

export const perform = (async (z, bundle) => {
  const { messageId } = bundle.inputData;
  const message = await cancelScheduled(
    z,
    bundle,
    path`/conversations/messages/${messageId}/schedule`,
  );
  return cancelledMessage.parse({ id: messageId, cancelled: true, message });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'cancel_scheduled_message',
  noun: 'Scheduled Message',
  display: {
    label: 'Cancel Scheduled Message',
    description: 'Keeps a scheduled message from being sent.',
  },
  operation: { inputFields, perform, ...cancelledMessage.output },
});
