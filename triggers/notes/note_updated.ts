import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, someNotes, withPointers } from '../../lib/notes/events.ts';
import { noteFilters } from '../../lib/notes/filter_fields.ts';
import { noteItem } from '../../resources/note.ts';

export default defineHookTrigger({
  key: 'note_updated',
  noun: 'Note',
  display: {
    label: 'Note Updated',
    description: 'Triggers when the text, title or color of a note on a contact changes. Instant.',
  },
  inputFields: noteFilters,
  events: ['NoteUpdate'],
  resource: noteItem,
  examples: (z, bundle) => someNotes(z, bundle, bundle.inputData.contactId),
  filter: isAskedFor,
  withPointers,
});
