import { defineInputFields } from 'zapier-platform-core';

import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { isAskedFor, someContacts } from '../../lib/contacts/events.ts';
import { contactOwnerField, tagFilterField } from '../../lib/contacts/filter_fields.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  { ...tagFilterField, helpText: 'Only contacts that had this tag. Leave blank for any.' },
  {
    ...contactOwnerField,
    helpText: 'Only contacts that were assigned to this user. Leave blank for any.',
  },
]);

export default defineHookTrigger({
  key: 'contact_deleted',
  noun: 'Contact',
  display: {
    label: 'Contact Deleted',
    description: 'Triggers when a contact is deleted, with the details the contact had. Instant.',
  },
  inputFields,
  events: ['ContactDelete'],
  resource: contact,
  examples: someContacts,
  filter: isAskedFor,
  // Nothing is at its address any longer.
  withPointers: (_z, entry) => ({ ...entry, link: null }),
  output: withCustomFields(contact),
});
