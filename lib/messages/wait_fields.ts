import { defineInputFields } from 'zapier-platform-core';

import { CHANNEL_HELP } from './send_fields.ts';
import { ANSWERABLE_CHANNELS } from './wait.ts';

/** How long a step waits for a reply, and where the reply may arrive. */
export const waitFields = defineInputFields([
  {
    key: 'waitFor',
    label: 'Wait For',
    type: 'integer',
    default: '24',
    helpText:
      'How long to wait for the reply: 1 minute to 30 days. After that the Zap continues, and "Got Reply" is no.',
  },
  {
    key: 'waitUnit',
    label: 'Unit',
    type: 'string',
    default: 'hours',
    choices: { minutes: 'Minutes', hours: 'Hours', days: 'Days' },
    helpText: 'The unit of "Wait For".',
  },
  {
    key: 'replyOn',
    label: 'Reply Channel',
    type: 'string',
    default: 'same',
    choices: { same: 'Same channel as the message', any: 'Any channel' },
    helpText: 'Where the reply may arrive. Calls do not count as a reply.',
  },
]);

/** The channel of a message that waits for its reply. */
export const answerableChannelField = {
  key: 'channel',
  label: 'Channel',
  type: 'string',
  required: true,
  choices: ANSWERABLE_CHANNELS,
  altersDynamicFields: true,
  helpText: CHANNEL_HELP,
} as const;
