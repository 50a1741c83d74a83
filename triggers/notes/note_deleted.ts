import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, someNotes, withContact } from '../../lib/notes/events.ts';
import { noteFilters } from '../../lib/notes/filter_fields.ts';
import { deletedNote } from '../../resources/note.ts';

export default defineHookTrigger({
  key: 'note_deleted',
  noun: 'Note',
  display: {
    label: 'Note Deleted',
    description:
      'Triggers when a note on a contact is deleted, with the text the note had. Instant.',
  },
  inputFields: noteFilters,
  events: ['NoteDelete'],
  resource: deletedNote,
  examples: (z, bundle) => someNotes(z, bundle, bundle.inputData.contactId),
  filter: isAskedFor,
  withPointers: withContact,
});
