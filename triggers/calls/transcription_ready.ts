import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { directionField } from '../../lib/conversations/fields.ts';
import { transcribedCalls } from '../../lib/calls/transcription_poll.ts';
import { transcribedCall } from '../../resources/transcription.ts';

const inputFields = defineInputFields([
  directionField,
  {
    key: 'minimumDuration',
    label: 'Minimum Duration in Seconds',
    type: 'integer',
    meta: { min: 0 },
    helpText: 'Only calls that lasted at least this many seconds. Leave blank for any.',
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
      'Triggers when the transcript of a call, which is what was said as text, is ready, up to 24 hours after the call. Outcome is answered, missed or voicemail. Zapier checks every few minutes. Turn on call recording and transcription in your sub-account first. To react as soon as a call ends, use New Call.',
  },
  operation: { type: 'polling', inputFields, perform, ...transcribedCall.output },
});
