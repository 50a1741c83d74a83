import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { callField } from '../../lib/messages/fields.ts';
import { callsAmong } from '../../lib/messages/calls.ts';
import { messageById } from '../../lib/messages/find.ts';
import { callItem } from '../../resources/call.ts';

const inputFields = defineInputFields([{ ...callField, required: true }]);

export const perform = (async (z, bundle) => {
  const call = await messageById(z, bundle.inputData.messageId);
  return call ? callsAmong(z, [call.entry], {}) : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_recording',
  noun: 'Call Recording',
  display: {
    label: 'Find Call Recording',
    description:
      'Finds the recording of a call, as an audio file, with its outcome (answered, missed or voicemail). It is ready some minutes after the call: until then it is blank, so add a Delay before this step.',
  },
  operation: { inputFields, perform, ...callItem.output },
});
