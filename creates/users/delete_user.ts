import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { userField } from '../../lib/users/fields.ts';
import { path } from '../../lib/http/path.ts';
import { deleteAt } from '../../lib/records/records.ts';
import { removedUser } from '../../resources/deleted.ts';

const inputFields = defineInputFields([
  { ...userField, required: true },
  {
    key: 'warning',
    type: 'copy',
    helpText:
      '**This deletes the user, who can then no longer sign in to HighLevel.** It takes effect after a few minutes and cannot be undone. Contacts that are assigned to the user stay.',
  },
]);

export const perform = (async (z, bundle) => {
  const { userId } = bundle.inputData;
  const { message } = await deleteAt(z, path`/users/${userId}`);
  return removedUser.parse({ id: userId, deleted: true, message });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'delete_user',
  noun: 'User',
  display: { label: 'Delete User', description: 'Deletes a user. This cannot be undone.' },
  operation: { inputFields, perform, ...removedUser.output },
});
