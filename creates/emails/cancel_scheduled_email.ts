import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { scheduledEmailField } from '../../lib/messages/fields.ts';
import { cancelScheduled } from '../../lib/messages/schedule.ts';
import { cancelledEmail } from '../../resources/cancellation.ts';
import { path } from '../../lib/http/path.ts';

const inputFields = defineInputFields([{ ...scheduledEmailField, required: true }]);

export const perform = (async (z, bundle) => {
  const { emailMessageId } = bundle.inputData;
  const message = await cancelScheduled(
    z,
    bundle,
    path`/conversations/messages/email/${emailMessageId}/schedule`,
  );
  return cancelledEmail.parse({ id: emailMessageId, cancelled: true, message });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'cancel_scheduled_email',
  noun: 'Scheduled Email',
  display: {
    label: 'Cancel Scheduled Email',
    description: 'Keeps a scheduled e-mail from being sent.',
  },
  operation: { inputFields, perform, ...cancelledEmail.output },
});
