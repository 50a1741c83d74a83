import { describe, expect, test } from '@jest/globals';

import type { RawRecord } from '../../../../resources/values.ts';
import { readFields } from '../../../../scripts/check/integration.ts';
import { violationsOf } from '../../../../scripts/check/rule.ts';
import { liveRules, someValue, type LiveRun } from '../../../../scripts/check/rules/live.ts';
import { integrationOf } from '../rule-cases.ts';
import { sampleDefinition } from '../sample-definition.ts';

const NOTE = {
  id: 'n7',
  title: 'Send the invoice',
  dateAdded: '2026-11-21T08:00:00.000Z',
  count: 3,
  author: { name: 'Ben' },
  lines: [{ text: 'First' }],
};

function run(path: string, parts: Partial<LiveRun> = {}): LiveRun {
  const operation = integrationOf(sampleDefinition()).operations.find((one) => one.path === path);
  if (!operation) throw new Error(`There is no ${path}.`);
  const { outputFields, type } = operation;
  const listed = type === 'hook' ? [NOTE] : [];
  return { operation, outputFields, results: [NOTE], others: [], listed, tries: [], ...parts };
}

const poll = (...results: RawRecord[]) => run('triggers.new_note', { results });
const hook = (parts: Partial<LiveRun>) => run('triggers.note_added', parts);

function findings(...runs: LiveRun[]) {
  return violationsOf(liveRules, runs).map(({ rule, field }) =>
    [rule, field].filter(Boolean).join(' '),
  );
}

/** The note without one of its keys. */
function without(key: keyof typeof NOTE): RawRecord {
  return Object.fromEntries(Object.entries(NOTE).filter(([name]) => name !== key));
}

/** A run whose operation returns a link and a subject too. */
function withLinks(record: RawRecord, path = 'creates.add_note'): LiveRun {
  const one = run(path, { results: [{ ...NOTE, ...record }] });
  const more = readFields([
    { key: 'contactLink', label: 'Contact Link' },
    { key: 'subject', label: 'Subject' },
  ]);
  return {
    ...one,
    operation: { ...one.operation, outputFields: [...one.operation.outputFields, ...more] },
  };
}

const CASES: [rule: string, when: string, LiveRun, string[]][] = [
  ['T001', 'nothing came', poll(), ['T001']],
  ['T001', 'it failed', run('creates.add_note', { results: [], error: 'It failed.' }), ['T001']],
  ['T002', 'an item has no id', poll(NOTE, { ...NOTE, id: null }), ['T002 id']],
  ['T003', 'a time has no zone', poll({ ...NOTE, title: '2026-11-21T08:00:00' }), ['T003 title']],
  [
    'T003',
    'a date is a number',
    poll({ ...NOTE, dateAdded: 1_795_000_000 }),
    ['T003 dateAdded', 'T005 dateAdded'],
  ],
  ['T004', 'a key of the sample is missing', poll(NOTE, without('title')), ['T004 title']],
  [
    'T004',
    'a key of a record within is missing',
    poll({ ...NOTE, author: { phone: '1' } }),
    ['T004 author__name'],
  ],
  ['T005', 'a value has another type', poll({ ...NOTE, count: '3' }), ['T005 count']],
  [
    'T006',
    'the list has a key that the event has not',
    hook({ listed: [{ ...NOTE, extra: 1 }] }),
    ['T006 extra'],
  ],
  ['fills-links', 'a link is empty', withLinks({ contactLink: null }), ['fills-links contactLink']],
  ['list-gives-items', 'the list is empty', hook({ listed: [] }), ['list-gives-items']],
  [
    'Z001',
    'a listed value has another type',
    hook({ listed: [{ ...NOTE, count: '3' }] }),
    ['Z001 count'],
  ],
];

describe('The rules about live results', () => {
  test('keep silent about results that are as the sample', () => {
    const paths = ['triggers.new_note', 'triggers.note_added', 'searches.find_note'];
    expect(findings(...paths.map((path) => run(path)))).toEqual([]);
  });

  test('take empty values of any type, also for a whole record or list', () => {
    const empty = { ...NOTE, title: null, count: null, dateAdded: null, author: null, lines: [] };
    expect(findings(poll(empty))).toEqual([]);
  });

  test('take more keys than the sample has', () => {
    expect(findings(poll({ ...NOTE, customField: 'x' }))).toEqual([]);
  });

  test.each(CASES)('%s: %s', (_rule, _when, one, finds) => {
    expect(findings(one)).toEqual(finds);
  });

  test('have a case each', () => {
    const rules = liveRules.map(({ id }) => id).sort();
    expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual(rules);
  });

  test('know the output fields that functions made for the account', () => {
    const outputFields = readFields([{ key: 'custom_number_a', type: 'number' }]);
    const results = [{ ...NOTE, custom_number_a: 'ten' }];
    expect(findings(run('triggers.new_note', { outputFields, results }))).toEqual([
      'T005 custom_number_a',
    ]);
  });

  test('ask that every value is there in the result of some operation', () => {
    const empty = withLinks({ contactLink: 'https://example.com', subject: null });
    const fields = (...runs: LiveRun[]) =>
      violationsOf([someValue], runs).map(({ operation, field }) => [operation, field]);
    expect(fields(empty)).toEqual([['creates.add_note', 'subject']]);
    expect(fields({ ...empty, others: [{ subject: 'Thursday' }] })).toEqual([]);
    const other = withLinks({ subject: 'Thursday' }, 'searches.find_note');
    expect(fields(empty, other)).toEqual([]);
  });

  test('tell each outcome once, with the first inputs that had it', () => {
    const tries = [
      { inputData: { query: 'a' }, outcome: 'It found nothing.' },
      { inputData: { query: 'b' }, outcome: 'It found nothing.' },
      { inputData: { query: 'c', count: 1 }, outcome: 'HighLevel refused it.' },
    ];
    const [found] = violationsOf(liveRules, [run('searches.find_note', { results: [], tries })]);
    expect(found?.message.split('\n').map((line) => line.trim())).toEqual([
      'It ran and returned nothing, in 3 tries.',
      '{ query: "a" }: It found nothing.',
      '{ query: "c", count: 1 }: HighLevel refused it.',
    ]);
  });

  test('say a thing once, however many results show it', () => {
    expect(findings(poll({ ...NOTE, count: 'a' }, { ...NOTE, count: 'a' }))).toEqual([
      'T005 count',
    ]);
  });
});
