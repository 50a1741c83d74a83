import { defineCreate } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { changeFollowers } from '../../lib/contacts/followers.ts';
import { followersField } from '../../lib/users/fields.ts';
import { contactFollowers } from '../../resources/followers.ts';

export default defineCreate({
  key: 'add_contact_followers',
  noun: 'Contact',
  display: {
    label: 'Add Contact Followers',
    description: 'Adds followers to a contact. Current followers stay.',
  },
  operation: {
    inputFields: [{ ...contactField, required: true }, followersField],
    perform: (z, bundle) => changeFollowers(z, bundle, 'POST', bundle.inputData),
    ...contactFollowers.output,
  },
});
