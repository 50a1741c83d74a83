import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { emailMessageField } from '../../lib/messages/fields.ts';
import { attachmentPointer } from '../../lib/messages/dehydrate.ts';
import { emailByAnyId } from '../../lib/messages/find.ts';
import { email } from '../../resources/email.ts';

const inputFields = defineInputFields([
  {
    key: emailMessageField.key,
    label: emailMessageField.label,
    type: emailMessageField.type,
    required: true,
    choices: emailMessageField.choices,
    resource: emailMessageField.resource,
    helpText:
      'Choose one of the latest emails, or map "Email ID" or "Message ID" from an earlier step such as **New Message**.',
  },
]);

export const perform = (async (z, bundle) => {
  const found = await emailByAnyId(z, bundle.inputData.emailMessageId);
  if (!found) return [];
  const attachments = found.attachments.map((url) => attachmentPointer(z, url));
  return [{ ...found, attachments }];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_email',
  noun: 'Email',
  display: {
    label: 'Find Email',
    description:
      'Finds an email by its ID, with its text, HTML, sender, recipients and attachments. For the latest email of a contact, use Find Message.',
  },
  operation: { inputFields, perform, ...email.output },
});
