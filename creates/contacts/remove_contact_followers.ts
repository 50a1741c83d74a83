import { defineCreate } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { changeFollowers } from '../../lib/contacts/followers.ts';
import { followersField } from '../../lib/users/fields.ts';
import { contactFollowers } from '../../resources/followers.ts';

export default defineCreate({
  key: 'remove_contact_followers',
  noun: 'Contact',
  display: {
    label: 'Remove Contact Followers',
    description: 'Removes followers from a contact. The users themselves stay.',
  },
  operation: {
    inputFields: [{ ...contactField, required: true }, followersField],
    perform: (z, bundle) => changeFollowers(z, bundle, 'DELETE', bundle.inputData),
    ...contactFollowers.output,
  },
});
