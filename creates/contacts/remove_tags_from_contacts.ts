import { defineCreate } from 'zapier-platform-core';

import { manyContactsField } from '../../lib/contacts/many_fields.ts';
import { changeManyTags } from '../../lib/contacts/many_tags.ts';
import { removedTagsField } from '../../lib/locations/fields.ts';
import { contactTagUpdates } from '../../resources/contact_tag_updates.ts';

export default defineCreate({
  key: 'remove_tags_from_contacts',
  noun: 'Contact',
  display: {
    label: 'Remove Tags from Many Contacts',
    description:
      'Removes tags from up to 1,000 contacts, named by ID, email or phone number, and says which were not found. The contacts keep their other tags. For one contact, use Remove Tags from Contact.',
  },
  operation: {
    inputFields: [manyContactsField, { ...removedTagsField, required: true }],
    perform: (z, bundle) => changeManyTags(z, bundle, 'remove', bundle.inputData),
    ...contactTagUpdates.output,
  },
});
