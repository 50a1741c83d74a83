import { defineCreate } from 'zapier-platform-core';

import { manyContactsField } from '../../lib/contacts/many_fields.ts';
import { changeManyTags } from '../../lib/contacts/many_tags.ts';
import { tagsField } from '../../lib/locations/fields.ts';
import { contactTagUpdates } from '../../resources/contact_tag_updates.ts';

export default defineCreate({
  key: 'add_tags_to_contacts',
  noun: 'Contact',
  display: {
    label: 'Add Tags to Many Contacts',
    description:
      'Adds tags to up to 1,000 contacts, named by ID, email or phone number, and says which were not found. The contacts keep the tags they have. For one contact, use Add Tags to Contact.',
  },
  operation: {
    inputFields: [manyContactsField, { ...tagsField, required: true }],
    perform: (z, bundle) => changeManyTags(z, bundle, 'add', bundle.inputData),
    ...contactTagUpdates.output,
  },
});
