import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { scheduledMessageField } from '../../lib/messages/fields.ts';
import { cancelScheduled } from '../../lib/messages/schedule.ts';
import { canceledMessage } from '../../resources/canceled_message.ts';

const inputFields = defineInputFields([{ ...scheduledMessageField, required: true }]);

export const perform = (async (z, bundle) =>
  cancelScheduled(z, bundle, bundle.inputData.messageId)) satisfies CreatePerform<
  typeof inputFields
>;

export default defineCreate({
  key: 'cancel_scheduled_message',
  noun: 'Scheduled Message',
  display: {
    label: 'Cancel Scheduled Message',
    description:
      'Cancels a message or email that was scheduled and has not been sent yet. This cannot be undone. If a different Zap scheduled it, first find it with Find Many Scheduled Messages.',
  },
  operation: { inputFields, perform, ...canceledMessage.output },
});
