import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { newContacts } from '../../lib/contacts/new_contacts.ts';
import { contactCreatorField, contactSourceField } from '../../lib/contacts/origin.ts';
import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { choicesFrom } from '../../lib/operations/choices.ts';
import { tagChoices } from '../../lib/locations/tags.ts';
import { userField } from '../../lib/users/fields.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  {
    key: 'tag',
    label: 'Tag',
    type: 'string',
    meta: { kind: 'tag' },
    choices: choicesFrom(tagChoices),
    resource: 'tag',
    helpText:
      'Only contacts with this tag. A new contact that gets the tag shortly after its creation triggers the Zap then. Leave blank for any.',
  },
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    helpText: 'Only contacts assigned to this user. Leave blank for any.',
  },
  contactSourceField,
  contactCreatorField,
]);

export const perform = (async (z, bundle) =>
  newContacts(z, bundle, bundle.inputData)) satisfies PollingTriggerPerform<typeof inputFields>;

export default defineTrigger({
  key: 'new_contact',
  noun: 'Contact',
  display: {
    label: 'New Contact',
    description:
      'Triggers when a contact is created. Zapier checks every few minutes, up to 2,000 contacts each time. If you can choose Contact Created, use it instead: it is instant.',
  },
  operation: {
    type: 'polling',
    inputFields,
    perform,
    ...withCustomFields(contact),
  },
});
