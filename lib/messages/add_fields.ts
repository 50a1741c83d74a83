import { defineInputFields } from 'zapier-platform-core';

import { dateField } from '../inputs/common_fields.ts';
import { inGroup } from '../operations/groups.ts';
import { RECEIVABLE_CHANNELS } from './inbound.ts';
import { attachmentsField, filesField, messageTextField } from './send_fields.ts';

/** Fields of steps that write into a conversation what happened elsewhere. */
export const elsewhereFields = defineInputFields([
  dateField('date', 'Date', 'When it happened. Leave blank for now.'),
  {
    key: 'altId',
    label: 'Reference',
    type: 'string',
    helpText: 'The ID of the message or call in the other system.',
  },
]);

const SUBJECT = {
  key: 'subject',
  label: 'Subject',
  type: 'string',
  meta: { kind: 'header' },
  helpText: 'What the email is about.',
} as const;

const HTML = {
  key: 'html',
  label: 'HTML Body',
  type: 'text',
  helpText: 'The email as HTML. Leave blank if you fill in "Message".',
} as const;

/** The headings of an inbound message. */
export const INBOUND_GROUPS = {
  message: { key: 'messageGroup', label: 'Message' },
  people: { key: 'peopleGroup', label: 'Sender and Recipients' },
  source: { key: 'sourceGroup', label: 'Where It Came From' },
} as const;

/** What an email starts with. */
export const inboundSubjectFields = inGroup(INBOUND_GROUPS.message, [SUBJECT]);

const emailPeopleFields = defineInputFields([
  {
    key: 'emailFrom',
    label: 'From',
    type: 'string',
    meta: { kind: 'email' },
    helpText: "The sender's email address. Leave blank for the main one of the contact.",
  },
  {
    key: 'emailTo',
    label: 'To',
    type: 'string',
    meta: { kind: 'email' },
    helpText: 'The email address it was sent to. Leave blank for the one of your sub-account.',
  },
  {
    key: 'emailCc',
    label: 'CC',
    type: 'string',
    list: true,
    meta: { kind: 'email' },
    helpText: 'Email addresses that got a copy. One per line, or separated by commas.',
  },
  {
    key: 'emailBcc',
    label: 'BCC',
    type: 'string',
    list: true,
    meta: { kind: 'email' },
    helpText: 'Email addresses that got a hidden copy. One per line, or separated by commas.',
  },
  {
    key: 'emailMessageId',
    label: 'In Reply To',
    type: 'string',
    dynamic: 'email_list.id.name',
    search: 'find_email.id',
    helpText:
      'The email that this one replies to. Both go in one thread. Choose it, or map "Email ID" from the step that sent it.',
  },
]);

/** What else an email has. */
export const inboundEmailFields = defineInputFields([
  ...inGroup(INBOUND_GROUPS.message, [HTML]),
  ...inGroup(INBOUND_GROUPS.people, emailPeopleFields),
]);

/** Where a message came in. */
export const receivedOnField = {
  key: 'channel',
  label: 'Channel',
  type: 'string',
  required: true,
  choices: RECEIVABLE_CHANNELS,
  altersDynamicFields: true,
  helpText:
    'The channel the contact used. For your own app, choose **Custom Provider** and enter its ID. A live chat added here cannot be answered in HighLevel.',
} as const;

const providerField = {
  key: 'conversationProviderId',
  label: 'Conversation Provider',
  type: 'string',
  meta: { kind: 'id' },
  helpText:
    "The ID of your own conversation provider (an app that carries messages for HighLevel), from the app's page in the HighLevel marketplace. Required for **Custom Provider**, and if your own provider replaces HighLevel's on this channel.",
} as const;

/** The text and the files of an inbound message. */
export const inboundTextFields = inGroup(INBOUND_GROUPS.message, [messageTextField, filesField]);

/** Where an inbound message came from, and what few people need. */
export const sourceFields = inGroup(INBOUND_GROUPS.source, [
  providerField,
  ...elsewhereFields,
  attachmentsField,
]);
