import { defineCreate } from 'zapier-platform-core';

import { notesOf } from '../../lib/notes/notes.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { userField } from '../../lib/users/fields.ts';
import { note } from '../../resources/note.ts';

export default defineCreate({
  key: 'add_note',
  noun: 'Note',
  display: { label: 'Add Note', description: 'Adds a note to a contact.' },
  operation: {
    inputFields: [
      { ...contactField, required: true },
      { key: 'body', label: 'Text', type: 'text', required: true, helpText: 'The note itself.' },
      { key: 'title', label: 'Title', type: 'string' },
      { ...userField, label: 'Author', helpText: 'The member of your team who wrote the note.' },
      {
        key: 'color',
        label: 'Color',
        type: 'string',
        meta: { kind: 'color' },
        placeholder: '#FFAA00',
        helpText: 'A color for the note, written as on web pages.',
      },
      {
        key: 'pinned',
        label: 'Pinned',
        type: 'boolean',
        helpText: 'Yes keeps the note above the others.',
      },
    ],
    perform: (z, bundle) => {
      const { contactId, ...body } = bundle.inputData;
      return notesOf(contactId).create(z, bundle, body);
    },
    ...note.output,
  },
});
