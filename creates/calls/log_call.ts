import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import {
  CALL_GROUPS,
  callDetailFields,
  callFields,
  inboundCallFields,
} from '../../lib/calls/fields.ts';
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
    description:
      'Adds a call from your own phone system to the conversation with a contact. It does not call anyone. For a message, use Add Inbound Message.',
  },
  operation: {
    inputFields,
    inputFieldGroups: Object.values(CALL_GROUPS),
    perform,
    ...loggedCall.output,
  },
});
