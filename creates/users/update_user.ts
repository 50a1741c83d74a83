import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { wholePhoneField } from '../../lib/contacts/fields.ts';
import { userField } from '../../lib/users/fields.ts';
import { rightsFields, roleField } from '../../lib/users/rights_fields.ts';
import { updateUser } from '../../lib/users/write.ts';
import { user } from '../../resources/user.ts';

const inputFields = defineInputFields([
  {
    ...userField,
    required: true,
    helpText:
      'Whose details to change; what you leave empty below stays as it is. HighLevel does not let a sign-in address be changed.',
  },
  { key: 'firstName', label: 'First Name', type: 'string' },
  { key: 'lastName', label: 'Last Name', type: 'string' },
  wholePhoneField,
  { ...roleField, helpText: 'An admin manages the sub-account, a user works in it.' },
  ...rightsFields,
]);

export const perform = (async (z, bundle) => {
  const { userId, ...input } = bundle.inputData;
  return updateUser(z, userId, input);
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'update_user',
  noun: 'User',
  display: {
    label: 'Update User',
    description: 'Updates the details, role and rights of a user.',
  },
  operation: { inputFields, perform, ...user.output },
});
