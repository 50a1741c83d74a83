import { describe } from '@jest/globals';

import { readFields } from '../../../../scripts/check/integration.ts';
import { inputRules } from '../../../../scripts/check/rules/inputs.ts';
import { testRules } from '../rule-cases.ts';
import { fieldOf, FUNCTION } from '../sample-definition.ts';

describe('The rules about input fields', () => {
  testRules(inputRules, [
    {
      rule: 'D009',
      when: 'finds a search without fields',
      change: ({ findNote }) => (findNote.operation.inputFields = []),
      finds: ['searches.find_note'],
    },
    {
      rule: 'D011',
      when: 'finds help that is the label again',
      change: ({ addNote }) => (fieldOf(addNote, 'title').helpText = 'title.'),
      finds: ['creates.add_note title'],
    },
    {
      rule: 'D022',
      when: 'finds an action whose fields all come from functions',
      change: ({ addNote }) => (addNote.operation.inputFields = [FUNCTION]),
      finds: ['creates.add_note'],
    },
    {
      rule: 'required-first',
      when: 'finds a required field after an optional one',
      change: ({ addNote }) =>
        addNote.operation.inputFields.push({ key: 'text', label: 'Text', required: true }),
      finds: ['creates.add_note text'],
    },
    {
      rule: 'required-first',
      when: 'finds it in a state of the form, once',
      change: () => undefined,
      forms: {
        'creates.add_note': ['a', 'b'].map((kind) => ({
          inputData: { kind },
          fields: readFields([
            { key: 'title', label: 'Title' },
            { key: 'text', label: 'Text', required: true },
          ]),
        })),
      },
      finds: ['creates.add_note text'],
    },
    {
      rule: 'required-first',
      when: 'takes a field that alters the form before the one that it brings',
      change: ({ addNote }) =>
        (addNote.operation.inputFields = [
          { key: 'kind', label: 'Kind', choices: { a: 'A' }, altersDynamicFields: true },
          { key: 'text', label: 'Text', required: true },
          { key: 'note', label: 'Note' },
        ]),
      finds: [],
    },
    {
      rule: 'label-without-id',
      when: 'finds a label that ends in ID',
      change: ({ addNote }) => (fieldOf(addNote, 'title').label = 'Note ID'),
      finds: ['creates.add_note title'],
    },
    {
      rule: 'field-label',
      when: 'finds an input without one',
      change: ({ addNote }) => (fieldOf(addNote, 'title').label = ''),
      finds: ['creates.add_note title'],
    },
    {
      rule: 'field-label',
      when: 'finds an output without one',
      change: ({ addNote }) => addNote.operation.outputFields.push({ key: 'y' }),
      finds: ['creates.add_note y'],
    },
    {
      rule: 'field-label',
      when: 'asks none of a text and of what only holds others',
      change: ({ addNote }) => {
        addNote.operation.inputFields.push({ key: 'about', type: 'copy' });
        addNote.operation.outputFields.push({ key: 'rows', children: [{ key: 'a', label: 'A' }] });
      },
      finds: [],
    },
    {
      rule: 'delete-warning',
      when: 'finds a deletion that does not warn',
      change: ({ deleteNote }) => (fieldOf(deleteNote, 'warning').type = 'string'),
      finds: ['creates.delete_note'],
    },
  ]);
});
