import { defineInputFields } from 'zapier-platform-core';

import { dateField } from '../inputs/common_fields.ts';
import { templateField, type TemplateType } from '../locations/templates.ts';
import { inGroup } from '../operations/groups.ts';

/** Fields of steps that send, each with the channels on which it shows. */
const CHANNELS_OF: Record<string, readonly string[]> = {
  subject: ['email'],
  html: ['email'],
  emailFrom: ['email'],
  emailTo: ['email'],
  emailCc: ['email'],
  emailBcc: ['email'],
  customSubtypeId: ['email'],
  emailReplyMode: ['email'],
  replyMessageId: ['email'],
  threadId: ['email'],
  fromNumber: ['sms', 'rcs'],
  toNumber: ['sms', 'rcs'],
  conversationProviderId: ['custom'],
};

/** Whether a field shows for the channel chosen so far. */
export function appliesToChannel(
  field: { key: string },
  inputData: Readonly<Record<string, unknown>>,
): boolean {
  return CHANNELS_OF[field.key]?.includes(String(inputData['channel'])) ?? true;
}

export const toNumberField = {
  key: 'toNumber',
  label: 'To Number',
  type: 'string',
  meta: { kind: 'phone' },
  helpText: 'Another phone number of this contact. Leave blank for the main one.',
} as const;

/** For the field that chooses the channel of a new message. */
export const CHANNEL_HELP =
  'How to send the message. On Instagram, Facebook, TikTok and Live Chat, the contact must have written first. On WhatsApp, the contact must have written in the last 24 hours: after that, use **Add Contact to Workflow** with a workflow that sends an approved WhatsApp template.';

/** The headings under which the forms of steps that send stand. */
export const SENDING_GROUPS = {
  message: { key: 'messageGroup', label: 'Message' },
  people: { key: 'peopleGroup', label: 'Sender and Recipients' },
  thread: { key: 'threadGroup', label: 'Email Thread' },
  delivery: { key: 'deliveryGroup', label: 'Delivery' },
  advanced: { key: 'advancedGroup', label: 'Advanced' },
} as const;

export const subjectField = {
  key: 'subject',
  label: 'Subject',
  type: 'string',
  meta: { kind: 'header' },
  helpText: 'Required for a new email. Optional for a reply.',
} as const;

export const messageTextField = {
  key: 'message',
  label: 'Message',
  type: 'text',
  helpText: 'The text. Optional if you add an attachment.',
} as const;

/** The text of a message, on every channel. */
export const messageTextFields = inGroup(SENDING_GROUPS.message, [messageTextField]);

/** The same, with a template in place of the text. */
export function textOrTemplateFields(type?: TemplateType) {
  return inGroup(SENDING_GROUPS.message, [
    {
      ...messageTextField,
      helpText: 'The text. Optional if you choose a template or add an attachment.',
    },
    templateField(type),
  ]);
}

export const htmlField = {
  key: 'html',
  label: 'HTML Body',
  type: 'text',
  helpText: 'The email with formatting, as HTML code. Leave blank to send "Message" as it is.',
} as const;

/** Who sends an email, and who gets it. */
export const emailPeopleFields = defineInputFields([
  {
    key: 'emailFrom',
    label: 'From',
    type: 'string',
    meta: { kind: 'sender' },
    helpText:
      'The sender, such as `Sam <sam@example.com>`. Leave blank for the default sender of your sub-account.',
  },
  {
    key: 'emailTo',
    label: 'To',
    type: 'string',
    meta: { kind: 'email' },
    helpText: 'Another email address of this contact. Leave blank for the main one.',
  },
  {
    key: 'emailCc',
    label: 'CC',
    type: 'string',
    list: true,
    meta: { kind: 'email' },
    helpText: 'Email addresses that get a copy. One per line, or separated by commas.',
  },
  {
    key: 'emailBcc',
    label: 'BCC',
    type: 'string',
    list: true,
    meta: { kind: 'email' },
    helpText: 'Email addresses that get a hidden copy. One per line, or separated by commas.',
  },
]);

export const subscriptionTypeField = {
  key: 'customSubtypeId',
  label: 'Subscription Type',
  type: 'string',
  dynamic: 'subscription_type_list.id.name',
  helpText:
    'What the unsubscribe link in this email is for, such as a newsletter. Choose one, or map "Subscription Type ID" from an earlier step. Leave blank for a personal email.',
} as const;

const threadFields = defineInputFields([
  {
    key: 'threadId',
    label: 'Email Thread',
    type: 'string',
    dynamic: 'email_message_list.id.name',
    search: 'find_email.threadId',
    helpText:
      'To continue a thread, choose an email in it, or map "Thread ID" from an earlier step.',
  },
  {
    key: 'replyMessageId',
    label: 'Reply to Message',
    type: 'string',
    dynamic: 'email_message_list.id.name',
    search: 'find_message.id',
    helpText: 'To reply to an email, choose it, or map its "Message ID" from an earlier step.',
  },
  {
    key: 'emailReplyMode',
    label: 'Reply Mode',
    type: 'string',
    choices: { reply: 'Reply to the sender', reply_all: 'Reply to all' },
    helpText: 'Only for a reply to an email.',
  },
]);

const numberFields = defineInputFields([
  {
    key: 'fromNumber',
    label: 'From Number',
    type: 'string',
    dynamic: 'phone_number_list.id.name',
    search: 'find_phone_number.id',
    meta: { kind: 'phone' },
    helpText: 'A phone number of your sub-account. Leave blank for the default number.',
  },
  toNumberField,
  {
    key: 'conversationProviderId',
    label: 'Conversation Provider',
    type: 'string',
    meta: { kind: 'id' },
    helpText:
      "The ID of your own conversation provider (an app that carries messages for HighLevel), from the app's page in the HighLevel marketplace.",
  },
]);

/** What a message starts with on some channels. */
export const channelStartFields = inGroup(SENDING_GROUPS.message, [subjectField]);

/** What else a message has on some channels. */
export const channelFields = defineInputFields([
  ...inGroup(SENDING_GROUPS.message, [htmlField]),
  ...inGroup(SENDING_GROUPS.people, [...emailPeopleFields, ...numberFields]),
  ...inGroup(SENDING_GROUPS.thread, threadFields),
  ...inGroup(SENDING_GROUPS.delivery, [subscriptionTypeField]),
]);

/** So many files fit into the time of a step. */
const MOST_FILES = 10;

export const filesField = {
  key: 'files',
  label: 'Attachments',
  type: 'file',
  list: true,
  meta: { most: MOST_FILES },
  helpText:
    'Up to 10 files from earlier steps: JPG, PNG, MP4, MPEG, ZIP, RAR, PDF, DOC, DOCX, TXT, MP3 or WAV, up to 5 MB each (on WhatsApp, up to 100 MB).',
} as const;

/** The same where the channel is an email or a text message. */
const smallFilesField = {
  ...filesField,
  helpText:
    'Up to 10 files from earlier steps: JPG, PNG, MP4, MPEG, ZIP, RAR, PDF, DOC, DOCX, TXT, MP3 or WAV, up to 5 MB each.',
} as const;

export const attachmentsField = {
  key: 'attachments',
  label: 'Attachment URLs',
  type: 'string',
  list: true,
  meta: { kind: 'url', most: MOST_FILES },
  helpText:
    'Up to 10 URLs of files that anyone can open, one per line, to add files without uploading them. A link to a page that shows a file, such as a Google Drive or Dropbox link, adds the page and not the file.',
} as const;

export const skipDuplicatesField = {
  key: 'skipDuplicates',
  label: 'Skip Duplicates',
  type: 'boolean',
  default: 'true',
  helpText:
    'Yes does not send again what this contact already got in the last 10 minutes, from this Zap, another Zap or a replay. The Zap then stops at this step.',
} as const;

export const scheduleField = dateField(
  'scheduledTimestamp',
  'Send At',
  'When to send it, in the future. Leave blank to send it now.',
);

/** Files, on every channel. */
export const fileFields = inGroup(SENDING_GROUPS.message, [filesField]);

/** Against sending twice, and what few people need: the last fields of a form. */
export const lastSendingFields = defineInputFields([
  ...inGroup(SENDING_GROUPS.delivery, [skipDuplicatesField]),
  ...inGroup(SENDING_GROUPS.advanced, [attachmentsField]),
]);

/** What follows the files of a message that may be sent later. */
const laterFields = defineInputFields([
  ...inGroup(SENDING_GROUPS.delivery, [scheduleField]),
  ...lastSendingFields,
]);

/** What every channel has, for a message that may be sent later. */
export const sendingFields = defineInputFields([...fileFields, ...laterFields]);

/** The same for an email or a text message. */
export const smallSendingFields = defineInputFields([
  ...inGroup(SENDING_GROUPS.message, [smallFilesField]),
  ...laterFields,
]);
