import { defineInputFields } from 'zapier-platform-core';

import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { checkTags, isAskedFor, someContacts } from '../../lib/contacts/events.ts';
import { tagFilterField } from '../../lib/contacts/filter_fields.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  {
    ...tagFilterField,
    label: 'Has Tag Now',
    helpText:
      'Only contacts that have this tag after the change. The Zap also runs when another tag of such a contact is added or removed. Leave blank for any.',
  },
  {
    ...tagFilterField,
    key: 'withoutTag',
    label: 'Does Not Have Tag',
    helpText: 'Only contacts that do not have this tag after the change. Leave blank for any.',
  },
]);

export default defineHookTrigger({
  key: 'contact_tags_changed',
  noun: 'Contact',
  display: {
    label: 'Contact Tags Changed',
    description:
      'Triggers when a tag is added to a contact or removed from it. Instant. The trigger does not see which tag it was. For other details of a contact, use Contact Updated.',
  },
  inputFields,
  events: ['ContactTagUpdate'],
  resource: contact,
  examples: (z, bundle) => {
    checkTags(bundle.inputData);
    return someContacts(z, bundle);
  },
  filter: isAskedFor,
  output: withCustomFields(contact),
});
