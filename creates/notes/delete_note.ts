import { defineCreate } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { noteField } from '../../lib/notes/fields.ts';
import { notesOf } from '../../lib/notes/notes.ts';
import { removedNote } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_note',
  noun: 'Note',
  display: {
    label: 'Delete Note',
    description: 'Deletes a note from a contact. This cannot be undone.',
  },
  operation: {
    inputFields: [
      { ...contactField, required: true },
      { ...noteField, required: true, dependsOn: ['contactId'] },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the note for everyone in your sub-account.** It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { contactId, noteId } = bundle.inputData;
      await notesOf(contactId).delete(z, bundle, noteId);
      return removedNote.parse({ id: noteId, deleted: true });
    },
    ...removedNote.output,
  },
});
