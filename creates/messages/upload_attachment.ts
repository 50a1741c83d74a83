import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { uploadAttachment } from '../../lib/messages/attachments.ts';
import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { uploadedFile } from '../../resources/attachments.ts';

const inputFields = defineInputFields([
  { ...contactFieldFor('The contact the file is for.'), required: true },
  {
    key: 'file',
    label: 'File',
    type: 'file',
    required: true,
    helpText:
      'A file from an earlier step: JPG, PNG, MP4, MPEG, ZIP, RAR, PDF, DOC, DOCX, TXT, MP3 or WAV.',
  },
  {
    key: 'channel',
    label: 'Channel',
    type: 'string',
    choices: { sms: 'SMS, email and others (up to 5 MB)', whatsapp: 'WhatsApp (up to 100 MB)' },
    helpText: 'The channel the file will be sent on. Leave blank unless it is WhatsApp.',
  },
]);

export const perform = (async (z, bundle) =>
  uploadAttachment(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'upload_attachment',
  noun: 'Attachment',
  display: {
    label: 'Upload Attachment',
    description:
      'Uploads a file and returns its URL. Not needed to send a file: attach it in the step that sends. Use this one to send the same file in several steps.',
  },
  operation: { inputFields, perform, ...uploadedFile.output },
});
