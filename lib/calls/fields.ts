import { defineInputFields } from 'zapier-platform-core';

import { contactField } from '../contacts/index.ts';
import { attachmentsField, elsewhereFields, filesField } from '../messages/index.ts';

/** What a call is, whichever way it went. */
export const callFields = defineInputFields([
  { ...contactField, required: true },
  {
    key: 'direction',
    label: 'Direction',
    type: 'string',
    required: true,
    choices: {
      inbound: 'Inbound (the contact called)',
      outbound: 'Outbound (the contact was called)',
    },
    altersDynamicFields: true,
    helpText: 'Who called whom.',
  },
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    required: true,
    choices: {
      completed: 'Completed',
      answered: 'Answered',
      'no-answer': 'No Answer',
      busy: 'Busy',
      voicemail: 'Voicemail',
      failed: 'Failed',
      canceled: 'Canceled',
      pending: 'Pending',
    },
    helpText: 'How the call ended.',
  },
  {
    key: 'conversationProviderId',
    label: 'Conversation Provider',
    type: 'string',
    meta: { kind: 'id' },
    required: true,
    helpText:
      'The call provider that is installed in your sub-account, by the ID that its maker gives in the HighLevel marketplace.',
  },
  {
    key: 'from',
    label: 'From',
    type: 'string',
    meta: { kind: 'phone' },
    placeholder: '+15550100123',
    helpText: 'The number that called.',
  },
  {
    key: 'to',
    label: 'To',
    type: 'string',
    meta: { kind: 'phone' },
    placeholder: '+15550100100',
    helpText: 'The number that was called.',
  },
]);

/** What only an inbound call has. */
export const inboundCallFields = defineInputFields([
  {
    key: 'kind',
    label: 'Kind of Call',
    type: 'string',
    choices: {
      call: 'Phone Call',
      ivr_call: 'Call to a Phone Menu',
      campaign_call: 'Campaign Call',
      campaign_voicemail: 'Campaign Voicemail',
    },
    helpText: 'Leave it empty for an ordinary phone call.',
  },
]);

/** What is known of a call once it has ended. */
export const callDetailFields = defineInputFields([
  {
    key: 'duration',
    label: 'Duration in Seconds',
    type: 'integer',
    meta: { min: 0 },
    helpText:
      'HighLevel has no place for the duration of such a call: it becomes an internal comment beside the call.',
  },
  {
    key: 'notes',
    label: 'Notes',
    type: 'text',
    helpText: 'What was said, as an internal comment beside the call.',
  },
  {
    ...attachmentsField,
    label: 'Recording Addresses',
    helpText: 'Public web addresses of the recording, as your phone system gives them.',
  },
  {
    ...filesField,
    label: 'Recording Files',
    helpText: 'The recording as a file, MP3 or WAV, up to 5 MB.',
  },
  ...elsewhereFields,
]);
