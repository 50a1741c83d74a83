import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { replaceAttachments } from '../../lib/messages/attachments.ts';
import { callField } from '../../lib/messages/fields.ts';
import { attachmentsField, filesField } from '../../lib/messages/send_fields.ts';
import { messageAttachments } from '../../resources/attachments.ts';

const inputFields = defineInputFields([
  {
    ...callField,
    required: true,
    helpText:
      'A call that **Log Call** added. Only those calls can get attachments this way. Choose the call, or map "Message ID" from **Log Call**.',
  },
  {
    ...filesField,
    helpText:
      '**These files replace the attachments that the call already has.** Up to 5 files, including the URLs below, 5 MB each.',
  },
  {
    ...attachmentsField,
    helpText:
      'URLs of files that anyone can open, one per line, to add files without uploading them. They count among the 5 files.',
  },
]);

export const perform = (async (z, bundle) =>
  replaceAttachments(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'add_message_attachments',
  noun: 'Attachment',
  display: {
    label: 'Add Attachments to Call',
    description:
      'Adds files, such as a recording, to a call that Log Call created. They replace the attachments that the call already has.',
  },
  operation: { inputFields, perform, ...messageAttachments.output },
});
