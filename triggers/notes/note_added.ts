import { defineTrigger, type WebhookTriggerPerformList } from 'zapier-platform-core';

import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { notesAmong, someNotes } from '../../lib/notes/events.ts';
import { noteFilters } from '../../lib/notes/filter_fields.ts';
import { noteItem } from '../../resources/note.ts';

export const perform = ((z, bundle, event) =>
  notesAmong(z, [event], bundle.inputData)) satisfies EventPerform<typeof noteFilters>;

export const performList = (async (z, bundle) => {
  const notes = await someNotes(z, bundle, bundle.inputData.contactId);
  return notesAmong(z, notes, bundle.inputData);
}) satisfies WebhookTriggerPerformList<typeof noteFilters>;

export default defineTrigger({
  key: 'note_added',
  noun: 'Note',
  display: {
    label: 'Note Added',
    description: 'Triggers when a note is added to a contact.',
  },
  operation: {
    type: 'hook',
    inputFields: noteFilters,
    performList,
    ...hookOn(['NoteCreate'], perform),
    ...noteItem.output,
  },
});
