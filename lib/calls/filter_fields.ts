import { defineInputFields } from 'zapier-platform-core';

import { CALL_OUTCOMES } from '../../resources/call.ts';
import { directionField } from '../conversations/fields.ts';
import { phoneNumberField } from '../phone_numbers/fields.ts';

/** What calls may be asked for. */
export const callFilterFields = defineInputFields([
  directionField,
  {
    key: 'outcome',
    label: 'Outcome',
    type: 'string',
    list: true,
    choices: { ...CALL_OUTCOMES, nobody: 'Nobody answered (missed or voicemail)' },
    helpText:
      'How the call ended. A caller who reached the voicemail counts as Voicemail, not as Missed: for every call that nobody answered, choose Nobody answered. Leave blank for all.',
  },
  {
    ...phoneNumberField,
    key: 'to',
    label: 'Called Number',
    helpText: 'Only calls to this number of your sub-account. Leave blank for all.',
  },
  {
    key: 'minimumDuration',
    label: 'Minimum Duration in Seconds',
    type: 'integer',
    meta: { min: 0 },
    placeholder: '30',
    helpText: 'Only calls that lasted at least this many seconds. Leave blank for any.',
  },
]);
