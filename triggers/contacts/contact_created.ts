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
  key: 'contact_created',
  noun: 'Contact',
  display: {
    label: 'Contact Created',
    description: 'Triggers when a contact is created, at once.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['ContactCreate'], perform, 'New Contact'),
    ...withCustomFields(contact),
  },
});
