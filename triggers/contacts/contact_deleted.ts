import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import {
  contactOwnerField,
  contactsAmong,
  someContacts,
  tagFilterField,
} from '../../lib/contacts/events.ts';
import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  { ...tagFilterField, helpText: 'Only contacts that had this tag. Leave it empty for all.' },
  {
    ...contactOwnerField,
    helpText: 'Only contacts that were assigned to this user. Leave it empty for all.',
  },
]);

export const perform = ((_z, bundle, event) =>
  contactsAmong([contact.parse(event)], bundle.inputData).map(withoutLink)) satisfies EventPerform<
  typeof inputFields
>;

export const performList = (async (z, bundle) =>
  contactsAmong(await someContacts(z, bundle, contact), bundle.inputData).map(
    withoutLink,
  )) satisfies WebhookTriggerPerformList<typeof inputFields>;

/** Nothing is at its address any more. */
function withoutLink<Entry extends object>(entry: Entry) {
  return { ...entry, link: null };
}

export default defineTrigger({
  key: 'contact_deleted',
  noun: 'Contact',
  display: {
    label: 'Contact Deleted',
    description: 'Triggers when a contact is deleted, with the details that it had.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['ContactDelete'], perform),
    ...withCustomFields(contact),
  },
});
