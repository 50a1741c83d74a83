import { defineInputFields } from 'zapier-platform-core';

import { DATE_HELP } from '../inputs/help.ts';

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
  helpText: 'Another number of this contact. Leave it empty for the main one.',
} as const;

/** What an e-mail has besides its text. */
export const emailFields = defineInputFields([
  {
    key: 'subject',
    label: 'Subject',
    type: 'string',
    meta: { kind: 'header' },
    helpText: 'Needed for a new e-mail; a reply may leave it empty.',
  },
  {
    key: 'html',
    label: 'HTML Body',
    type: 'text',
    helpText: 'The e-mail as HTML. Leave it empty to send "Message" as it stands.',
  },
  {
    key: 'emailFrom',
    label: 'From',
    type: 'string',
    meta: { kind: 'sender' },
    helpText:
      'The sender, such as `Sam <sam@example.com>`. Leave it empty for the default sender of your sub-account.',
  },
  {
    key: 'emailTo',
    label: 'To',
    type: 'string',
    meta: { kind: 'email' },
    helpText: 'Another address of this contact. Leave it empty for the main one.',
  },
  {
    key: 'emailCc',
    label: 'CC',
    type: 'string',
    list: true,
    meta: { kind: 'email' },
    helpText: 'Who gets a copy.',
  },
  {
    key: 'emailBcc',
    label: 'BCC',
    type: 'string',
    list: true,
    meta: { kind: 'email' },
    helpText: 'Who gets a copy without the others knowing.',
  },
  {
    key: 'customSubtypeId',
    label: 'Subscription Type',
    type: 'string',
    dynamic: 'subscription_type_list.id.name',
    helpText:
      'What contacts unsubscribe from by the link in this e-mail, such as a newsletter. Leave it empty for a personal e-mail.',
  },
]);

export const channelFields = defineInputFields([
  ...emailFields,
  {
    key: 'threadId',
    label: 'Email Thread',
    type: 'string',
    dynamic: 'email_message_list.id.name',
    search: 'find_email.threadId',
    helpText:
      'To continue a thread, choose an e-mail of it, or map "Thread ID" from an earlier step.',
  },
  {
    key: 'replyMessageId',
    label: 'Reply to Message',
    type: 'string',
    dynamic: 'email_message_list.id.name',
    search: 'find_message.id',
    helpText: 'To answer an e-mail, choose it, or map "Message ID" of it from an earlier step.',
  },
  {
    key: 'emailReplyMode',
    label: 'Reply Mode',
    type: 'string',
    choices: { reply: 'Reply to the sender', reply_all: 'Reply to all' },
    helpText: 'Only for an answer to an e-mail.',
  },
  {
    key: 'fromNumber',
    label: 'From Number',
    type: 'string',
    dynamic: 'phone_number_list.id.name',
    search: 'find_phone_number.id',
    meta: { kind: 'phone' },
    helpText: 'A number of your sub-account. Leave it empty for the default number.',
  },
  toNumberField,
  {
    key: 'conversationProviderId',
    label: 'Conversation Provider',
    type: 'string',
    meta: { kind: 'id' },
    helpText:
      'The custom provider that is installed in your sub-account, by the ID that its maker gives in the HighLevel marketplace.',
  },
]);

/** So many files fit into the time of a step. */
const MOST_FILES = 10;

export const filesField = {
  key: 'files',
  label: 'Attachment Files',
  type: 'file',
  list: true,
  meta: { most: MOST_FILES },
  helpText:
    'Up to 10 files from earlier steps: JPG, PNG, MP4, MPEG, ZIP, RAR, PDF, DOC, DOCX, TXT, MP3 or WAV, up to 5 MB each (WhatsApp 100 MB).',
} as const;

export const attachmentsField = {
  key: 'attachments',
  label: 'Attachment Addresses',
  type: 'string',
  list: true,
  meta: { kind: 'url', most: MOST_FILES },
  helpText:
    'Up to 10 public URLs of files, one per line. A link to a page that shows a file, such as one of Google Drive or Dropbox, sends the page and not the file.',
} as const;

export const skipDuplicatesField = {
  key: 'skipDuplicates',
  label: 'Skip Duplicates',
  type: 'boolean',
  default: 'true',
  helpText:
    'Stops this step when the very same message went to this contact in the last 10 minutes, also from another Zap or a replay.',
} as const;

/** What every channel has. */
export const sendingFields = defineInputFields([filesField, attachmentsField, skipDuplicatesField]);

export const scheduleField = {
  key: 'scheduledTimestamp',
  label: 'Send At',
  type: 'datetime',
  helpText: `Leave it empty to send now. ${DATE_HELP}`,
} as const;
