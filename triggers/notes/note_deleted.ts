import { defineTrigger, type WebhookTriggerPerformList } from 'zapier-platform-core';

import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { deletedNotesAmong, someNotes } from '../../lib/notes/events.ts';
import { noteFilters } from '../../lib/notes/filter_fields.ts';
import { deletedNote } from '../../resources/note.ts';

export const perform = ((z, bundle, event) =>
  deletedNotesAmong(z, [event], bundle.inputData)) satisfies EventPerform<typeof noteFilters>;

export const performList = (async (z, bundle) => {
  const notes = await someNotes(z, bundle, bundle.inputData.contactId);
  return deletedNotesAmong(z, notes, bundle.inputData);
}) satisfies WebhookTriggerPerformList<typeof noteFilters>;

export default defineTrigger({
  key: 'note_deleted',
  noun: 'Note',
  display: {
    label: 'Note Deleted',
    description: 'Triggers when a note on a contact is deleted, with the text that it had.',
  },
  operation: {
    type: 'hook',
    inputFields: noteFilters,
    performList,
    ...hookOn(['NoteDelete'], perform),
    ...deletedNote.output,
  },
});
