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
      'A call that came from your own phone system: HighLevel takes attachments for no other message. Choose it, or map "Message ID" from **Log Call**.',
  },
  {
    ...filesField,
    helpText:
      '**They replace the attachments that the call has.** At most 5 with the addresses below, up to 5 MB each.',
  },
  attachmentsField,
]);

export const perform = (async (z, bundle) =>
  replaceAttachments(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'add_message_attachments',
  noun: 'Attachment',
  display: {
    label: 'Add Attachments to Call',
    description: 'Replaces the attachments of a call that was logged, such as its recording.',
  },
  operation: { inputFields, perform, ...messageAttachments.output },
});
