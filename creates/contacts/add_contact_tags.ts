import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { addTags } from '../../lib/contacts/write.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { tagsField } from '../../lib/locations/fields.ts';
import { contactTags } from '../../resources/contact_tags.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  { ...tagsField, required: true },
]);

export const perform = (async (z, bundle) => {
  const { contactId, tags } = bundle.inputData;
  return addTags(z, bundle, contactId, tags);
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'add_contact_tags',
  noun: 'Contact',
  display: {
    label: 'Add Tags to Contact',
    description:
      'Adds tags to a contact. The contact keeps the tags it has. For many contacts in one step, use Add Tags to Many Contacts.',
  },
  operation: { inputFields, perform, ...contactTags.output },
});
