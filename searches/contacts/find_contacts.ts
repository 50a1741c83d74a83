import { defineSearch } from 'zapier-platform-core';

import { listContacts } from '../../lib/contacts/list.ts';
import { CONTACT_LIST_GROUPS, contactListFields } from '../../lib/contacts/list_fields.ts';
import { groupsOf } from '../../lib/operations/groups.ts';
import { contactList } from '../../resources/lists.ts';

export default defineSearch({
  key: 'find_contacts',
  noun: 'Contact List',
  display: {
    label: 'Find Many Contacts',
    description:
      'Finds up to 500 contacts that match all your filters, as one text and as line items. If there are none, this step finds nothing. For one contact, use Find Contact.',
  },
  operation: {
    inputFieldGroups: groupsOf(CONTACT_LIST_GROUPS, contactListFields),
    inputFields: contactListFields,
    perform: async (z, bundle) => {
      const found = await listContacts(z, bundle, bundle.inputData);
      return found ? [found] : [];
    },
    ...contactList.output,
  },
});
