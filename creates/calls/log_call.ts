import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { callDetailFields, callFields, inboundCallFields } from '../../lib/calls/fields.ts';
import { logCall } from '../../lib/calls/log.ts';
import { fieldsByChoice } from '../../lib/operations/made_fields.ts';
import { loggedCall } from '../../resources/added_message.ts';

const inputFields = defineInputFields([
  ...callFields,
  fieldsByChoice(inboundCallFields, (_field, { direction }) => direction === 'inbound'),
  ...callDetailFields,
]);

export const perform = (async (z, bundle) =>
  logCall(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'log_call',
  noun: 'Call',
  display: {
    label: 'Log Call',
    description: 'Adds a call that was made elsewhere to the conversation with the contact.',
  },
  operation: { inputFields, perform, ...loggedCall.output },
});
