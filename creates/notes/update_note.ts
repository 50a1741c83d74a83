import { defineCreate } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { noteField } from '../../lib/notes/fields.ts';
import { notesOf } from '../../lib/notes/notes.ts';
import { userField } from '../../lib/users/fields.ts';
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
      { key: 'title', label: 'Title', type: 'string' },
      { ...userField, label: 'Author', helpText: 'The team member shown as author.' },
      {
        key: 'color',
        label: 'Color',
        type: 'string',
        meta: { kind: 'color' },
        placeholder: '#FFAA00',
      },
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
