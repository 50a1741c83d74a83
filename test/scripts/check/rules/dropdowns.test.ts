import { describe } from '@jest/globals';

import { dropdownRules } from '../../../../scripts/check/rules/dropdowns.ts';
import { testRules } from '../rule-cases.ts';
import { fieldOf } from '../sample-definition.ts';

describe('The rules about dropdowns', () => {
  testRules(dropdownRules, [
    {
      rule: 'D004',
      when: 'finds a key that ends in id',
      change: ({ addNote }) =>
        addNote.operation.inputFields.push({ key: 'contactId', label: 'Contact' }),
      finds: ['creates.add_note contactId'],
    },
    {
      rule: 'D004',
      when: 'finds a label that ends in ID, in line items too',
      change: ({ addNote }) =>
        addNote.operation.inputFields.push({
          key: 'lines',
          label: 'Lines',
          children: [{ key: 'product', label: 'Product ID' }],
        }),
      finds: ['creates.add_note product'],
    },
    {
      rule: 'D004',
      when: 'leaves words that only end like it, and fixed choices',
      change: ({ addNote }) =>
        addNote.operation.inputFields.push(
          { key: 'isPaid', label: 'Paid' },
          { key: 'providerId', label: 'Provider', choices: { a: 'A' } },
        ),
      finds: [],
    },
    {
      rule: 'D005',
      when: 'finds a dropdown of a trigger that is gone',
      change: ({ definition }) => delete definition.triggers['note_list'],
      finds: ['creates.add_note replacedId'],
      says: '"note_list"',
    },
    {
      rule: 'D013',
      when: 'finds a search that is gone',
      change: ({ definition }) => {
        definition.searches = {};
        definition.searchOrCreates = {};
      },
      finds: ['creates.delete_note noteId'],
      says: '"find_note"',
    },
    {
      rule: 'D014',
      when: 'finds a search step without a dropdown',
      change: ({ deleteNote }) => delete fieldOf(deleteNote, 'noteId').choices,
      finds: ['creates.delete_note noteId'],
      says: 'no dropdown',
    },
    {
      rule: 'D014',
      when: 'finds one on a list',
      change: ({ deleteNote }) => (fieldOf(deleteNote, 'noteId').list = true),
      finds: ['creates.delete_note noteId'],
      says: 'several',
    },
    {
      rule: 'D014',
      when: 'finds one on a date',
      change: ({ deleteNote }) => (fieldOf(deleteNote, 'noteId').type = 'datetime'),
      finds: ['creates.delete_note noteId'],
      says: 'datetime',
    },
    {
      rule: 'dropdown-lost',
      when: 'finds a dropdown whose function got lost',
      change: ({ addNote }) =>
        addNote.operation.inputFields.push({ key: 'tag', label: 'Tag', choices: {} }),
      finds: ['creates.add_note tag'],
    },
    {
      rule: 'dropdown-lost',
      when: 'takes a list of choices',
      change: ({ addNote }) =>
        addNote.operation.inputFields.push({
          key: 'tag',
          label: 'Tag',
          choices: [{ value: 'a', sample: 'a', label: 'A' }],
        }),
      finds: [],
    },
  ]);
});
