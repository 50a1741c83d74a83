import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerform,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import {
  contactOwnerField,
  contactsAmong,
  someContacts,
  tagFilterField,
} from '../../lib/contacts/events.ts';
import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { readEvent, subscriptionTo } from '../../lib/hooks/hooks.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([tagFilterField, contactOwnerField]);

export const perform = ((_z, bundle) =>
  contactsAmong(
    [contact.parse(readEvent(bundle))],
    bundle.inputData,
  )) satisfies WebhookTriggerPerform<typeof inputFields>;

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
    perform,
    performList,
    ...subscriptionTo(['ContactCreate'], 'New Contact'),
    ...withCustomFields(contact),
  },
});
