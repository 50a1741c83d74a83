import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { send } from '../../lib/http/client.ts';
import { userField } from '../../lib/users/fields.ts';
import { path } from '../../lib/http/path.ts';
import { deletedUser } from '../../resources/deleted_user.ts';
import { toRecord } from '../../resources/values.ts';

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
  const { data } = await send(z, {
    method: 'DELETE',
    url: path`/users/${userId}`,
    mayBeEmpty: true,
  });
  return deletedUser.parse({ id: userId, deleted: true, message: toRecord(data)['message'] });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'delete_user',
  noun: 'User',
  display: { label: 'Delete User', description: 'Deletes a user. This cannot be undone.' },
  operation: { inputFields, perform, ...deletedUser.output },
});
