import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { removeTags } from '../../lib/contacts/write.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { removedTagsField } from '../../lib/locations/fields.ts';
import { contactTags } from '../../resources/contact_tags.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  { ...removedTagsField, required: true },
]);

export const perform = (async (z, bundle) => {
  const { contactId, tags } = bundle.inputData;
  return removeTags(z, bundle, contactId, tags);
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'remove_contact_tags',
  noun: 'Contact',
  display: {
    label: 'Remove Tags from Contact',
    description:
      'Removes tags from a contact. The contact keeps its other tags. For many contacts in one step, use Remove Tags from Many Contacts.',
  },
  operation: {
    inputFields,
    perform,
    ...contactTags.outputOf({ tags: ['customer'], changed: ['vip'] }),
  },
});
