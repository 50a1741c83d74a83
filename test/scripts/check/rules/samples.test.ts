import { describe } from '@jest/globals';

import { sampleRules } from '../../../../scripts/check/rules/samples.ts';
import { testRules } from '../rule-cases.ts';
import type { DraftOperation } from '../sample-definition.ts';

/** Sets a value of an operation's sample. */
function sample({ operation }: DraftOperation, key: string, value: unknown): void {
  operation.sample = { ...operation.sample, [key]: value };
}

describe('The rules about samples', () => {
  testRules(sampleRules, [
    {
      rule: 'D010',
      when: 'finds a sample without an id',
      change: ({ newNote }) => {
        sample(newNote, 'id', undefined);
      },
      finds: ['triggers.new_note id'],
    },
    {
      rule: 'D010',
      when: 'asks for the primary keys instead where there are some',
      change: ({ newNote }) => {
        sample(newNote, 'id', undefined);
        newNote.operation.outputFields.push(
          { key: 'title', primary: true },
          { key: 'number', primary: true },
        );
      },
      finds: ['triggers.new_note number'],
    },
    {
      rule: 'D010',
      when: 'leaves instant triggers, whose items are not told apart',
      change: ({ noteAdded }) => {
        sample(noteAdded, 'id', undefined);
      },
      finds: [],
    },
    {
      rule: 'D012',
      when: 'finds an operation without a sample',
      change: ({ addNote, findNote }) => {
        delete addNote.operation.sample;
        findNote.operation.sample = {};
      },
      finds: ['searches.find_note', 'creates.add_note'],
    },
    {
      rule: 'D023',
      when: 'finds a time without a zone, also where no date is declared',
      change: ({ newNote, addNote }) => {
        sample(newNote, 'dateAdded', '2026-11-20T10:02:00');
        sample(addNote, 'title', '2026-11-20 10:02');
      },
      finds: ['triggers.new_note dateAdded', 'creates.add_note title'],
    },
    {
      rule: 'D023',
      when: 'finds dates as people write them',
      change: ({ newNote, addNote, findNote }) => {
        sample(newNote, 'title', '01 Aug 2023');
        sample(addNote, 'title', '11/20/2026');
        sample(findNote, 'title', 'Aug 1, 2023 06:50:30');
      },
      finds: ['triggers.new_note title', 'searches.find_note title', 'creates.add_note title'],
    },
    {
      rule: 'D023',
      when: 'finds a timestamp where a date is declared, within a record too',
      change: ({ newNote }) => {
        sample(newNote, 'author', { name: 'Anna', since: 1_795_000_000 });
        newNote.operation.outputFields.push({ key: 'author__since', type: 'datetime' });
      },
      finds: ['triggers.new_note author__since'],
    },
    {
      rule: 'D023',
      when: 'takes days, offsets and texts that hold a date',
      change: ({ newNote, addNote, findNote }) => {
        sample(newNote, 'dateAdded', '2026-11-20');
        sample(addNote, 'dateAdded', '2026-11-20T10:02:00-0500');
        sample(findNote, 'title', '2026-11-20 10:02 Anna: Hello');
      },
      finds: [],
    },
    {
      rule: 'D024',
      when: 'finds values of another type',
      change: ({ newNote, addNote }) => {
        sample(newNote, 'count', '2');
        sample(addNote, 'lines', [{ text: 1 }]);
      },
      finds: ['triggers.new_note count', 'creates.add_note lines[]text'],
    },
    {
      rule: 'D024',
      when: 'finds one value where a list is declared',
      change: ({ newNote }) => {
        sample(newNote, 'tags', 'vip');
        newNote.operation.outputFields.push({ key: 'tags', type: 'string', list: true });
      },
      finds: ['triggers.new_note tags'],
      says: 'a list of string',
    },
    {
      rule: 'D024',
      when: 'finds that a required value is missing',
      change: ({ newNote }) =>
        newNote.operation.outputFields.push({ key: 'email', required: true }),
      finds: ['triggers.new_note email'],
      says: 'lacks',
    },
    {
      rule: 'sample-described',
      when: 'finds a value without an output field',
      change: ({ newNote }) => {
        sample(newNote, 'raw_key', 'x');
      },
      finds: ['triggers.new_note raw_key'],
    },
    {
      rule: 'sample-described',
      when: 'finds an output field without a value',
      change: ({ newNote }) =>
        newNote.operation.outputFields.push({ key: 'author__email', label: 'Author Email' }),
      finds: ['triggers.new_note author__email'],
    },
    {
      rule: 'sample-described',
      when: 'takes output fields with children',
      change: ({ newNote }) => {
        sample(newNote, 'rows', [{ a: 1 }]);
        newNote.operation.outputFields.push({ key: 'rows', children: [{ key: 'a' }] });
      },
      finds: [],
    },
    {
      rule: 'returns-id',
      when: 'finds a step that gives no id',
      change: ({ addNote }) => {
        sample(addNote, 'id', undefined);
      },
      finds: ['creates.add_note id'],
    },
    {
      rule: 'returns-id',
      when: 'leaves a poll to D010',
      change: ({ newNote }) => {
        sample(newNote, 'id', undefined);
      },
      finds: [],
    },
    {
      rule: 'returns-name-or-link',
      when: 'finds a step that gives an id and no name',
      change: ({ addNote }) => {
        sample(addNote, 'title', undefined);
      },
      finds: ['creates.add_note'],
    },
    {
      rule: 'returns-name-or-link',
      when: 'takes a link for a name',
      change: ({ addNote }) => {
        sample(addNote, 'title', undefined);
        sample(addNote, 'noteUrl', 'https://example.com/n1');
      },
      finds: [],
    },
  ]);
});
