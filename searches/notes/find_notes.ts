import { defineSearch } from 'zapier-platform-core';

import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { noteFilters } from '../../lib/notes/filter_fields.ts';
import { listNotes } from '../../lib/notes/list.ts';
import { noteList } from '../../resources/lists.ts';

const [, containsField] = noteFilters;

export default defineSearch({
  key: 'find_notes',
  noun: 'Note List',
  display: {
    label: 'Find Many Notes',
    description:
      'Finds the notes on a contact, as one text and as line items, the newest first. If there are none, this step finds nothing.',
  },
  operation: {
    inputFields: [
      { ...contactFieldFor('The contact whose notes to find.'), required: true },
      containsField,
    ],
    perform: async (z, bundle) => {
      const found = await listNotes(z, bundle, bundle.inputData);
      return found ? [found] : [];
    },
    ...noteList.output,
  },
});
