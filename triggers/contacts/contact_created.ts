import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { isAskedFor, someContacts } from '../../lib/contacts/events.ts';
import { contactOwnerField, tagFilterField } from '../../lib/contacts/filter_fields.ts';
import { contactCreatorField, contactSourceField } from '../../lib/contacts/origin.ts';
import { originAmong } from '../../lib/contacts/read_origin.ts';
import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  tagFilterField,
  contactOwnerField,
  contactSourceField,
  contactCreatorField,
]);

export const perform = (async (z, bundle, event) => {
  const entry = contact.parse(event);
  return isAskedFor(entry, bundle.inputData) ? originAmong(z, [entry], bundle.inputData) : [];
}) satisfies EventPerform<typeof inputFields>;

export const performList = (async (z, bundle) => {
  const latest = (await someContacts(z, bundle)).map((raw) => contact.parse(raw));
  const found = latest.filter((entry) => isAskedFor(entry, bundle.inputData));
  return originAmong(z, found, bundle.inputData);
}) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'contact_created',
  noun: 'Contact',
  display: {
    label: 'Contact Created',
    description:
      'Triggers when a contact is created. Instant. When an existing contact fills in a form, use New Form Submission instead.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['ContactCreate'], perform, 'New Contact'),
    ...withCustomFields(contact),
  },
});
