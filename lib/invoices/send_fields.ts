import { defineInputFields } from 'zapier-platform-core';

import { SEND_BY } from './payer.ts';
import { senderField } from './sender.ts';

/** How a bill that exists is sent. */
export const sendFields = defineInputFields([
  {
    key: 'sendBy',
    label: 'Send By',
    type: 'string',
    required: true,
    choices: { ...SEND_BY, send_manually: 'Mark as Sent' },
    helpText: 'How the contact gets it. **Mark as Sent** sends nothing.',
  },
  senderField,
  {
    key: 'fromName',
    label: 'From Name',
    type: 'string',
    meta: { kind: 'header' },
    helpText: 'The name that the email is from. Leave blank for the one in your settings.',
  },
  {
    key: 'fromEmail',
    label: 'From Email',
    type: 'string',
    meta: { kind: 'email' },
    helpText: 'The address that the email is from. Leave blank for the one in your settings.',
  },
]);
