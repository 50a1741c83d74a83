import { defineInputFields } from 'zapier-platform-core';

import { plainText } from '../../resources/html.ts';
import { toText } from '../../resources/values.ts';
import { shortened } from '../inputs/characters.ts';
import { choicesFrom, type ChoiceSource } from '../operations/choices.ts';
import { userField } from '../users/fields.ts';
import { notesOf } from './notes.ts';

const LONGEST_NAME = 80;

/** The notes on the contact that the step names in `contactId`. */
const noteChoices: ChoiceSource = async (z, bundle) => {
  const contactId = toText(bundle.inputData['contactId']);
  if (!contactId) return { choices: [] };
  const notes = await notesOf(contactId).listIfThere(z, bundle);
  return {
    choices: notes.map(({ id, title, body }) => ({
      id,
      name: shortened([title, plainText(body ?? '')].filter(Boolean).join(': '), LONGEST_NAME),
    })),
  };
};

/** A note on the contact in `contactId`: a step that has it adds `dependsOn: ['contactId']`. */
export const noteField = {
  key: 'noteId',
  label: 'Note',
  type: 'string',
  choices: choicesFrom(noteChoices),
  resource: 'note',
  helpText:
    'Choose one of the notes on the contact, or map the Note ID from an earlier step, such as **Add Note** or **Find Many Notes**.',
} as const;

/** What a note has beside its text. */
export const noteDetailFields = defineInputFields([
  { key: 'title', label: 'Title', type: 'string' },
  { ...userField, label: 'Author', helpText: 'The user shown as the author.' },
  {
    key: 'color',
    label: 'Color',
    type: 'string',
    meta: { kind: 'color' },
    placeholder: '#FFAA00',
    helpText: 'A color code, such as `#FFAA00` for orange.',
  },
]);
