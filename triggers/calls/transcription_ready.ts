import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { directionField } from '../../lib/conversations/index.ts';
import { transcribedCalls } from '../../lib/calls/transcription_poll.ts';
import { transcribedCall } from '../../resources/transcription.ts';

const inputFields = defineInputFields([
  directionField,
  {
    key: 'minimumDuration',
    label: 'Minimum Duration in Seconds',
    type: 'integer',
    meta: { min: 0 },
    helpText: 'Only calls that lasted at least so many seconds. Leave it empty for all.',
  },
]);

export const perform = (async (z, bundle) =>
  transcribedCalls(z, bundle, bundle.inputData)) satisfies PollingTriggerPerform<
  typeof inputFields
>;

export default defineTrigger({
  key: 'transcription_ready',
  noun: 'Call Transcription',
  display: {
    label: 'Call Transcription Ready',
    description:
      'Triggers when the text of a call of the last 24 hours exists; calls need recording and transcription switched on in your sub-account.',
  },
  operation: { type: 'polling', inputFields, perform, ...transcribedCall.output },
});
