import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { path } from '../../lib/http/path.ts';
import { deleteAt } from '../../lib/records/records.ts';
import { removedContact } from '../../resources/deleted.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  {
    key: 'warning',
    type: 'copy',
    helpText:
      '**This deletes the contact with its conversation, notes and tasks, for everyone in your sub-account.** This cannot be undone.',
  },
]);

export const perform = (async (z, bundle) => {
  const { contactId } = bundle.inputData;
  await deleteAt(z, path`/contacts/${contactId}`);
  return removedContact.parse({ id: contactId, deleted: true });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'delete_contact',
  noun: 'Contact',
  display: {
    label: 'Delete Contact',
    description: 'Deletes a contact with its conversation, notes and tasks. This cannot be undone.',
  },
  operation: { inputFields, perform, ...removedContact.output },
});
