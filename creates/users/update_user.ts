import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { wholePhoneField } from '../../lib/inputs/reach_fields.ts';
import { userField } from '../../lib/users/fields.ts';
import { rightsFields, roleField, USER_GROUPS } from '../../lib/users/rights_fields.ts';
import { updateUser } from '../../lib/users/write.ts';
import { user } from '../../resources/user.ts';

const inputFields = defineInputFields([
  {
    ...userField,
    required: true,
    helpText:
      'The user to update. Fields that you leave blank keep their values. HighLevel does not let you change the email that a user signs in with.',
  },
  { key: 'firstName', label: 'First Name', type: 'string' },
  { key: 'lastName', label: 'Last Name', type: 'string' },
  wholePhoneField,
  { ...roleField, helpText: 'An admin manages the sub-account. A user works in it.' },
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
  operation: {
    inputFields,
    inputFieldGroups: Object.values(USER_GROUPS),
    perform,
    ...user.output,
  },
});
