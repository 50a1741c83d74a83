import { describe } from '@jest/globals';

import { nameRules } from '../../../../scripts/check/rules/names.ts';
import { testRules } from '../rule-cases.ts';

describe('The rules about names', () => {
  testRules(nameRules, [
    {
      rule: 'D018',
      when: 'finds a label in lower case',
      change: ({ addNote }) => (addNote.display.label = 'Add note'),
      finds: ['creates.add_note'],
      says: '"Add Note"',
    },
    {
      rule: 'D018',
      when: 'finds a small word in upper case',
      change: ({ findOrAddNote }) => (findOrAddNote.display.label = 'Find Or Create Note'),
      finds: ['searchOrCreates.find_note'],
      says: '"Find or Create Note"',
    },
    {
      rule: 'D018',
      when: 'takes names and abbreviations as they are, and words of which style guides differ',
      change: ({ addNote }) => (addNote.display.label = 'Send SMS or WhatsApp from E-Mail'),
      finds: [],
    },
    {
      rule: 'D021',
      when: 'finds a trigger that begins otherwise',
      change: ({ newNote }) => (newNote.display.description = 'Triggers whenever a note is new.'),
      finds: ['triggers.new_note'],
    },
    {
      rule: 'D021',
      when: 'finds a trigger without a full stop',
      change: ({ newNote }) => (newNote.display.description = 'Triggers when a note is new'),
      finds: ['triggers.new_note'],
    },
    {
      rule: 'find-label',
      when: 'finds a search that is called otherwise',
      change: ({ findNote }) => (findNote.display.label = 'Get Note'),
      finds: ['searches.find_note'],
    },
    {
      rule: 'finds-description',
      when: 'finds a search that is described otherwise',
      change: ({ findNote }) => (findNote.display.description = 'Find a note.'),
      finds: ['searches.find_note'],
    },
    {
      rule: 'finds-description',
      when: 'looks at a search that may create too',
      change: ({ findOrAddNote }) => (findOrAddNote.display.description = 'Looks for a note.'),
      finds: ['searchOrCreates.find_note'],
    },
    {
      rule: 'third-person',
      when: 'finds an action that commands',
      change: ({ addNote }) => (addNote.display.description = 'Add a note.'),
      finds: ['creates.add_note'],
    },
    {
      rule: 'third-person',
      when: 'finds a sentence whose first word only ends like a verb',
      change: ({ addNote }) => (addNote.display.description = 'This adds a note.'),
      finds: ['creates.add_note'],
    },
    {
      rule: 'description-without-app-name',
      when: 'finds the name of the app in a description',
      change: ({ addNote }) => (addNote.display.description = 'Adds a note in HighLevel.'),
      finds: ['creates.add_note'],
    },
    {
      rule: 'description-without-app-name',
      when: 'finds it in a label',
      change: ({ newNote }) => (newNote.display.label = 'New GHL Note'),
      finds: ['triggers.new_note'],
    },
    {
      rule: 'description-noun-case',
      when: 'finds a noun in upper case',
      change: ({ addNote }) => (addNote.display.description = 'Adds a Note to a contact.'),
      finds: ['creates.add_note'],
      says: '"Note"',
    },
    {
      rule: 'description-noun-case',
      when: 'takes the name of another operation as it is',
      change: ({ addNote, findNote }) => {
        findNote.display.description = `Finds a note. To add one, use ${addNote.display.label}.`;
      },
      finds: [],
    },
    {
      rule: 'description-noun-case',
      when: 'leaves abbreviations as they are',
      change: ({ addNote }) => {
        addNote.noun = 'SMS';
        addNote.display.description = 'Sends an SMS.';
      },
      finds: [],
    },
    {
      rule: 'noun',
      when: 'finds a plural',
      change: ({ addNote }) => (addNote.noun = 'Notes'),
      finds: ['creates.add_note'],
      says: 'plural',
    },
    {
      rule: 'noun',
      when: 'finds none',
      change: ({ addNote }) => (addNote.noun = ''),
      finds: ['creates.add_note'],
    },
    {
      rule: 'noun',
      when: 'knows words that end in s and are one thing',
      change: ({ addNote, findNote, newNote }) => {
        addNote.noun = 'Message Status';
        findNote.noun = 'Address';
        newNote.noun = 'SMS';
      },
      finds: [],
    },
    {
      rule: 'specific-trigger',
      when: 'finds a trigger for any change',
      change: ({ newNote }) => (newNote.display.label = 'Updated Note'),
      finds: ['triggers.new_note'],
    },
    {
      rule: 'specific-trigger',
      when: 'leaves one in which a person chooses the change',
      change: ({ newNote }) => {
        newNote.display.label = 'Note Updated';
        newNote.operation.inputFields.push({ key: 'parts', label: 'What Changed' });
      },
      finds: [],
    },
    {
      rule: 'specific-trigger',
      when: 'leaves one that names the change',
      change: ({ newNote }) => (newNote.display.label = 'Updated Note Status'),
      finds: [],
    },
  ]);
});
