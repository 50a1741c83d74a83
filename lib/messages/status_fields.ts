import { defineInputFields } from 'zapier-platform-core';

import { EMAIL_EVENTS, EMAIL_STATUSES } from '../../resources/message_statuses.ts';

/** What a provider says of a message that it could not deliver. */
export const failureFields = defineInputFields([
  {
    key: 'errorMessage',
    label: 'Reason',
    type: 'string',
    helpText: 'Why it failed, in words that your team understands.',
  },
  { key: 'errorCode', label: 'Error Code', type: 'string', helpText: "Your provider's own code." },
  {
    key: 'errorType',
    label: 'Error Type',
    type: 'string',
    helpText: "The kind of failure, in your provider's words.",
  },
]);

/** The status of an email, as a whole and for each of its recipients. */
export const emailStatusFields = defineInputFields([
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    required: true,
    choices: EMAIL_STATUSES,
    helpText: 'The status of the whole email.',
  },
  {
    key: 'recipients',
    label: 'Recipients',
    children: [
      {
        key: 'emailId',
        label: 'Recipient',
        type: 'string',
        meta: { kind: 'email' },
        required: true,
        helpText: 'One of the email addresses that the email went to.',
      },
      {
        key: 'recipientStatus',
        label: 'Recipient Status',
        type: 'string',
        required: true,
        choices: EMAIL_STATUSES,
        helpText: 'What happened to the email at this address.',
      },
      {
        key: 'failReason',
        label: 'Reason',
        type: 'string',
        helpText: 'Why it failed, such as `Mailbox not found`.',
      },
    ],
  },
  {
    key: 'events',
    label: 'Event Counts',
    children: [
      {
        key: 'event',
        label: 'Event',
        type: 'string',
        required: true,
        choices: EMAIL_EVENTS,
        helpText: 'What happened to the email.',
      },
      {
        key: 'count',
        label: 'Count',
        type: 'integer',
        meta: { kind: 'count' },
        required: true,
        helpText: 'How often it happened. HighLevel adds this number to its own count.',
      },
    ],
  },
]);
