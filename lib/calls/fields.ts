import { defineInputFields } from 'zapier-platform-core';

import { contactField } from '../contacts/fields.ts';
import { inGroup } from '../operations/groups.ts';
import { elsewhereFields } from '../messages/add_fields.ts';
import { attachmentsField, filesField } from '../messages/send_fields.ts';

/** The headings of a call. */
export const CALL_GROUPS = {
  details: { key: 'callGroup', label: 'Details' },
  recording: { key: 'recordingGroup', label: 'Recording' },
} as const;

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
    helpText: 'Who called.',
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
      "The ID of your own conversation provider for calls (an app that connects a phone system to HighLevel), from the app's page in the HighLevel marketplace.",
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
    helpText: 'Leave blank for a normal phone call.',
  },
]);

const detailFields = defineInputFields([
  {
    key: 'duration',
    label: 'Duration in Seconds',
    type: 'integer',
    meta: { min: 0 },
    helpText:
      'HighLevel cannot store the duration of this kind of call, so it is added as an internal comment.',
  },
  {
    key: 'notes',
    label: 'Notes',
    type: 'text',
    helpText: 'What was said. Added as an internal comment.',
  },
]);

const recordingFields = defineInputFields([
  {
    ...filesField,
    label: 'Recording Files',
    helpText: 'The recording as a file, MP3 or WAV, up to 5 MB.',
  },
  {
    ...attachmentsField,
    label: 'Recording URLs',
    helpText: 'URLs of the recording that anyone can open, as your phone system provides them.',
  },
]);

/** What is known of a call once it has ended. */
export const callDetailFields = defineInputFields([
  ...inGroup(CALL_GROUPS.details, [...detailFields, ...elsewhereFields]),
  ...inGroup(CALL_GROUPS.recording, recordingFields),
]);
