import { describe, expect, test } from '@jest/globals';

import { releasedFrom } from '../../../../scripts/check/released.ts';
import { violationsOf } from '../../../../scripts/check/rule.ts';
import { changeFrom, compatibilityRules } from '../../../../scripts/check/rules/compatibility.ts';
import { integrationOf } from '../rule-cases.ts';
import { fieldOf, sampleDefinition, type Draft } from '../sample-definition.ts';

/** What the rules say of a version that follows another; each a change of the sample integration. */
function compare(
  after: (draft: Draft) => unknown,
  before: (draft: Draft) => unknown = () => undefined,
) {
  const [old, now] = [sampleDefinition(), sampleDefinition()];
  now.definition.version = '1.1.0';
  before(old);
  after(now);
  const change = changeFrom(releasedFrom(integrationOf(old)), integrationOf(now));
  return violationsOf(compatibilityRules, change).map(({ rule, operation, field }) =>
    [rule, operation, field].filter(Boolean).join(' '),
  );
}

interface Case {
  when: string;
  rule: string;
  after: (draft: Draft) => unknown;
  before?: (draft: Draft) => unknown;
  finds: string[];
}

const CASES: Case[] = [
  {
    rule: 'C001',
    when: 'an action is gone',
    after: ({ definition }) => delete definition.creates['delete_note'],
    finds: ['C001 creates.delete_note'],
  },
  {
    rule: 'C001',
    when: 'a trigger is hidden',
    after: ({ newNote }) => (newNote.display.hidden = true),
    finds: ['C001 triggers.new_note'],
  },
  {
    rule: 'C002',
    when: 'an input has another key',
    after: ({ newNote }) => (fieldOf(newNote, 'contains').key = 'words'),
    finds: ['C002 triggers.new_note contains'],
  },
  {
    rule: 'C003',
    when: 'a key is gone from a sample',
    after: ({ newNote }) => (newNote.operation.sample = { id: 'n1', title: 'x', author: {} }),
    finds: [
      'C003 triggers.new_note author__name',
      'C003 triggers.new_note count',
      'C003 triggers.new_note dateAdded',
      'C003 triggers.new_note lines[]text',
    ],
  },
  {
    rule: 'auth-type',
    when: 'people sign in otherwise',
    after: ({ definition }) => (definition.authentication.type = 'custom'),
    finds: ['auth-type authentication'],
  },
  {
    rule: 'auth-fields',
    when: 'a connection field is gone and another must be filled',
    after: ({ definition }) =>
      (definition.authentication.fields = [{ key: 'region', required: true }]),
    finds: ['auth-fields authentication apiKey', 'auth-fields authentication region'],
  },
  {
    rule: 'auth-fields',
    when: 'a connection field has another type',
    after: ({ definition }) =>
      (definition.authentication.fields = [{ key: 'apiKey', type: 'password' }]),
    finds: ['auth-fields authentication apiKey'],
  },
  {
    rule: 'trigger-type',
    when: 'a polling trigger became instant',
    after: ({ newNote }) => (newNote.operation.type = 'hook'),
    finds: ['trigger-type triggers.new_note'],
  },
  {
    rule: 'search-or-create-removed',
    when: 'a search no longer creates',
    after: ({ definition }) => (definition.searchOrCreates = {}),
    finds: ['search-or-create-removed searchOrCreates.find_note'],
  },
  {
    rule: 'input-made-required',
    when: 'an input must be filled now',
    after: ({ newNote }) => (fieldOf(newNote, 'contains').required = true),
    finds: ['input-made-required triggers.new_note contains'],
  },
  {
    rule: 'input-made-required',
    when: 'a new input must be filled',
    after: ({ newNote }) =>
      newNote.operation.inputFields.push({ key: 'folder', label: 'Folder', required: true }),
    finds: ['input-made-required triggers.new_note folder'],
  },
  {
    rule: 'input-type',
    when: 'an input takes several values now',
    after: ({ newNote }) => (fieldOf(newNote, 'contains').list = true),
    finds: ['input-type triggers.new_note contains'],
  },
  {
    rule: 'json-schema',
    when: 'the schema of a JSON input changed',
    before: ({ newNote }) => Object.assign(fieldOf(newNote, 'contains'), json({ a: 'string' })),
    after: ({ newNote }) => Object.assign(fieldOf(newNote, 'contains'), json({ a: 'number' })),
    finds: ['json-schema triggers.new_note contains'],
  },
];

function json(properties: Record<string, string>) {
  return { type: 'json', schema: { type: 'object', properties } };
}

describe('The rules about versions', () => {
  test.each(CASES.map((one) => [one.rule, one.when, one] as const))(
    '%s: %s',
    (_rule, _when, { after, before, finds }) => {
      expect(compare(after, before)).toEqual(finds);
    },
  );

  test('have a case each', () => {
    const rules = compatibilityRules.map(({ id }) => id);
    expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(rules.sort());
  });

  test('say what relies on the thing, and what to do', () => {
    const now = sampleDefinition();
    delete now.definition.creates['delete_note'];
    const change = changeFrom(releasedFrom(integrationOf(sampleDefinition())), integrationOf(now));
    const [first] = violationsOf(compatibilityRules, change);
    expect(first?.message).toBe(
      'It is gone. Zaps of version 1.0.0 rely on it; keep it, or release a new major version.',
    );
  });

  test('let a version add operations, optional inputs, inputs with a default and keys', () => {
    const found = compare(({ definition, newNote }) => {
      definition.triggers['other_note'] = { ...newNote, key: 'other_note' };
      newNote.operation.inputFields.push(
        { key: 'optional', label: 'Optional' },
        { key: 'given', label: 'Given', required: true, default: 'a' },
      );
      newNote.operation.sample = { ...newNote.operation.sample, more: 1 };
    });
    expect(found).toEqual([]);
  });

  test('let hidden operations go, which no Zap has', () => {
    expect(compare(({ definition }) => delete definition.triggers['note_list'])).toEqual([]);
  });

  test('let a new major version break what was there', () => {
    const found = compare((draft) => {
      draft.definition.version = '2.0.0';
      draft.definition.creates = {};
    });
    expect(found).toEqual([]);
  });
});
