import { defineTrigger } from 'zapier-platform-core';

import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { CONTACT_LIST_GROUPS, contactFilterFields } from '../../lib/contacts/list_fields.ts';
import { matchedContacts } from '../../lib/contacts/matched.ts';
import { groupsOf } from '../../lib/operations/groups.ts';
import { contact } from '../../resources/contact.ts';

export default defineTrigger({
  key: 'contact_matched',
  noun: 'Contact',
  display: {
    label: 'Contact Matched',
    description:
      'Triggers when a contact starts to match your filters, once for each contact. Those that already match when the Zap is turned on, up to 2,000, do not trigger it. Zapier checks every few minutes. For a list of the contacts that match now, use Find Many Contacts.',
  },
  operation: {
    type: 'polling',
    inputFieldGroups: groupsOf(CONTACT_LIST_GROUPS, contactFilterFields),
    inputFields: [
      {
        key: 'notice',
        type: 'copy',
        helpText:
          'Fill in at least one filter. **A contact is noticed when it is created or changed.** If something else makes it match, such as a new opportunity or an appointment, the Zap may miss it: each check reads only the 100 matching contacts that were changed most recently.',
      },
      ...contactFilterFields,
    ],
    perform: (z, bundle) => matchedContacts(z, bundle, bundle.inputData),
    ...withCustomFields(contact),
  },
});
