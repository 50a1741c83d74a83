import { defineCreate } from 'zapier-platform-core';

import { noteDetailFields } from '../../lib/notes/fields.ts';
import { notesOf } from '../../lib/notes/notes.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { note } from '../../resources/note.ts';

export default defineCreate({
  key: 'add_note',
  noun: 'Note',
  display: {
    label: 'Add Note',
    description:
      'Adds a note to the record of a contact. For a comment in the conversation, use Send Message with the channel Internal Comment.',
  },
  operation: {
    inputFields: [
      { ...contactField, required: true },
      { key: 'body', label: 'Text', type: 'text', required: true, helpText: 'The note itself.' },
      ...noteDetailFields,
      {
        key: 'pinned',
        label: 'Pinned',
        type: 'boolean',
        helpText: 'Yes keeps the note at the top.',
      },
    ],
    perform: (z, bundle) => {
      const { contactId, ...body } = bundle.inputData;
      return notesOf(contactId).create(z, bundle, body);
    },
    ...note.output,
  },
});
