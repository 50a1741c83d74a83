import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, someNotes, withPointers } from '../../lib/notes/events.ts';
import { noteFilters } from '../../lib/notes/filter_fields.ts';
import { noteItem } from '../../resources/note.ts';

export default defineHookTrigger({
  key: 'note_added',
  noun: 'Note',
  display: {
    label: 'Note Added',
    description: 'Triggers when a note is added to a contact. Instant.',
  },
  inputFields: noteFilters,
  events: ['NoteCreate'],
  resource: noteItem,
  examples: (z, bundle) => someNotes(z, bundle, bundle.inputData.contactId),
  filter: isAskedFor,
  withPointers,
});
