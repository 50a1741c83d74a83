import { defineCreate } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { noteDetailFields, noteField } from '../../lib/notes/fields.ts';
import { notesOf } from '../../lib/notes/notes.ts';
import { note } from '../../resources/note.ts';

export default defineCreate({
  key: 'update_note',
  noun: 'Note',
  display: {
    label: 'Update Note',
    description:
      'Changes the text, title, color or author of a note. Fields left blank stay as they are.',
  },
  operation: {
    inputFields: [
      { ...contactField, required: true },
      { ...noteField, required: true, dependsOn: ['contactId'] },
      { key: 'body', label: 'Text', type: 'text', helpText: 'Replaces the whole text.' },
      ...noteDetailFields,
      {
        key: 'pinned',
        label: 'Pinned',
        type: 'boolean',
        helpText: 'Yes keeps the note at the top. No unpins it.',
      },
    ],
    perform: (z, bundle) => {
      const { contactId, noteId, ...changes } = bundle.inputData;
      return notesOf(contactId).update(z, bundle, noteId, changes);
    },
    ...note.output,
  },
});
