import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { emailField, wholePhoneField } from '../../lib/inputs/reach_fields.ts';
import { phoneNumberField } from '../../lib/phone_numbers/fields.ts';
import { newRightsFields, roleField, USER_GROUPS } from '../../lib/users/rights_fields.ts';
import { createUser } from '../../lib/users/write.ts';
import { user } from '../../resources/user.ts';

const inputFields = defineInputFields([
  { key: 'firstName', label: 'First Name', type: 'string', required: true },
  { key: 'lastName', label: 'Last Name', type: 'string', required: true },
  {
    ...emailField,
    required: true,
    helpText:
      'The email the user signs in with. The user sets a password with **Forgot password** on the sign-in page.',
  },
  {
    ...roleField,
    required: true,
    helpText: 'An admin manages the sub-account. A user works in it.',
  },
  wholePhoneField,
  {
    ...phoneNumberField,
    key: 'inboundNumber',
    label: 'Inbound Number',
    helpText: 'The phone number of your sub-account whose calls and voicemail go to this user.',
  },
  ...newRightsFields,
]);

export const perform = (async (z, bundle) =>
  createUser(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'create_user',
  noun: 'User',
  display: {
    label: 'Create User',
    description: 'Creates a user in your sub-account, with a role and rights.',
  },
  operation: {
    inputFields,
    inputFieldGroups: Object.values(USER_GROUPS),
    perform,
    ...user.output,
  },
});
