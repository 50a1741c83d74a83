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

const inputFields = defineInputFields([tagFilterField, contactOwnerField]);

export const perform = ((_z, bundle, event) =>
  contactsAmong([contact.parse(event)], bundle.inputData)) satisfies EventPerform<
  typeof inputFields
>;

export const performList = (async (z, bundle) =>
  contactsAmong(
    await someContacts(z, bundle, contact),
    bundle.inputData,
  )) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'contact_updated',
  noun: 'Contact',
  display: {
    label: 'Contact Updated',
    description:
      'Triggers when the details of a contact change, such as its name, e-mail address, assigned user or a custom field.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['ContactUpdate'], perform),
    ...withCustomFields(contact),
  },
});
