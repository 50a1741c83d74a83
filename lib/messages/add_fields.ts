import { defineInputFields } from 'zapier-platform-core';

import { DATE_HELP } from '../inputs/help.ts';

/** Fields of steps that write into a conversation what happened elsewhere. */
export const elsewhereFields = defineInputFields([
  {
    key: 'date',
    label: 'Date',
    type: 'datetime',
    helpText: `When it happened. Leave it empty for now. ${DATE_HELP}`,
  },
  {
    key: 'altId',
    label: 'Reference',
    type: 'string',
    helpText: 'What the other system calls it, such as its own message number.',
  },
]);

/** The e-mail part of an inbound message. */
export const inboundEmailFields = defineInputFields([
  {
    key: 'subject',
    label: 'Subject',
    type: 'string',
    meta: { kind: 'header' },
    helpText: 'What the e-mail is about.',
  },
  {
    key: 'html',
    label: 'HTML Body',
    type: 'text',
    helpText: 'The e-mail as HTML. Leave it empty when you fill in "Message".',
  },
  {
    key: 'emailFrom',
    label: 'From',
    type: 'string',
    meta: { kind: 'email' },
    helpText: 'Who wrote it. Leave it empty for the main address of the contact.',
  },
  {
    key: 'emailTo',
    label: 'To',
    type: 'string',
    meta: { kind: 'email' },
    helpText: 'The address it was sent to. Leave it empty for the address of your sub-account.',
  },
  {
    key: 'emailCc',
    label: 'CC',
    type: 'string',
    list: true,
    meta: { kind: 'email' },
    helpText: 'Who got a copy.',
  },
  {
    key: 'emailBcc',
    label: 'BCC',
    type: 'string',
    list: true,
    meta: { kind: 'email' },
    helpText: 'Who got a copy without the others knowing.',
  },
  {
    key: 'emailMessageId',
    label: 'In Reply To',
    type: 'string',
    dynamic: 'email_list.id.name',
    search: 'find_email.id',
    helpText:
      'The e-mail that this one answers, so that both stand in one thread: choose one, or map "Email ID" from the step that sent it.',
  },
]);
