import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { notesAmong, someNotes } from '../../lib/notes/events.ts';
import { noteItem } from '../../resources/note.ts';

const inputFields = defineInputFields([
  { ...contactField, helpText: 'Only notes on this contact. Leave it empty for all.' },
  {
    key: 'contains',
    label: 'Contains',
    type: 'string',
    helpText: 'Only notes whose text holds these words, in upper or lower case.',
  },
]);

export const perform = ((z, bundle, event) =>
  notesAmong(z, [event], bundle.inputData)) satisfies EventPerform<typeof inputFields>;

export const performList = (async (z, bundle) => {
  const notes = await someNotes(z, bundle, bundle.inputData.contactId);
  return notesAmong(z, notes, bundle.inputData);
}) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'note_added',
  noun: 'Note',
  display: {
    label: 'Note Added',
    description: 'Triggers when a note is added to a contact.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['NoteCreate'], perform),
    ...noteItem.output,
  },
});
