import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { removeTags } from '../../lib/contacts/write.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { tagsField } from '../../lib/locations/fields.ts';
import { contactTags } from '../../resources/contact_tags.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  {
    ...tagsField,
    required: true,
    helpText:
      'Choose tags or type names, one per line or separated by commas or semicolons. Tags the contact does not have are ignored.',
  },
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
    description: 'Removes tags from a contact. The contact keeps its other tags.',
  },
  operation: {
    inputFields,
    perform,
    ...contactTags.outputOf({ tags: ['customer'], changed: ['vip'] }),
  },
});
