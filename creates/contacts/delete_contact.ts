import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { send } from '../../lib/http/client.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { path } from '../../lib/http/path.ts';
import { deletedContact } from '../../resources/deleted_contact.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  {
    key: 'warning',
    type: 'copy',
    helpText:
      '**This deletes the contact with its conversation, notes and tasks, for everyone in your sub-account.** No step of a Zap can undo it.',
  },
]);

export const perform = (async (z, bundle) => {
  const { contactId } = bundle.inputData;
  await send(z, { method: 'DELETE', url: path`/contacts/${contactId}`, mayBeEmpty: true });
  return deletedContact.parse({ id: contactId, deleted: true });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'delete_contact',
  noun: 'Contact',
  display: {
    label: 'Delete Contact',
    description: 'Deletes a contact with its conversation, notes and tasks. This cannot be undone.',
  },
  operation: { inputFields, perform, ...deletedContact.output },
});
