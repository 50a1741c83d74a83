import { defineInputFields } from 'zapier-platform-core';

import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { isAskedFor, someContacts } from '../../lib/contacts/events.ts';
import { contactOwnerField, tagFilterField } from '../../lib/contacts/filter_fields.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([tagFilterField, contactOwnerField]);

export default defineHookTrigger({
  key: 'contact_updated',
  noun: 'Contact',
  display: {
    label: 'Contact Updated',
    description:
      'Triggers when the details of a contact change, such as the name, email, assigned user or a custom field. Instant. For tags, use Contact Tags Changed. For opt-outs, use Contact Do-Not-Disturb Changed.',
  },
  inputFields,
  events: ['ContactUpdate'],
  resource: contact,
  examples: someContacts,
  filter: isAskedFor,
  output: withCustomFields(contact),
});
