import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { contactsAmong, someContacts, tagFilterField } from '../../lib/contacts/events.ts';
import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  {
    ...tagFilterField,
    label: 'Has Tag Now',
    helpText:
      'Only contacts that have this tag after the change. HighLevel does not say which tag was changed, so the Zap runs for every change of such a contact, not only when this tag is added. Leave it empty for all.',
  },
  {
    ...tagFilterField,
    key: 'withoutTag',
    label: 'Does Not Have Tag',
    helpText: 'Only contacts that do not have this tag after the change. Leave it empty for all.',
  },
]);

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
  key: 'contact_tags_changed',
  noun: 'Contact',
  display: {
    label: 'Contact Tags Changed',
    description: 'Triggers when a tag is added to a contact or removed from one.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['ContactTagUpdate'], perform),
    ...withCustomFields(contact),
  },
});
