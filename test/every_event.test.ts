import { readdirSync, readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { isRecord, toList, toRecord, type RawRecord } from '../resources/values.ts';
import { LOCATION_ID } from './support/app.ts';
import { resumeTime, stopTime } from './support/clock.ts';
import { requiredChoices, useRelay } from './support/hook.ts';
import { EACH_VISIBLE } from './support/operations.ts';
import { EVENTS, record } from './support/recorded_step.ts';

/**
 * Every instant trigger is given events whose fields are missing, or of another type than HighLevel
 * says. Each must start a Zap, or none, or end in a sentence: never in an error of JavaScript, and
 * with no value that only a program understands.
 */

const HOOKS = EACH_VISIBLE.filter(([, { operation }]) => operation['performList'] !== undefined);

const FIXTURES = new URL('fixtures/webhooks/', import.meta.url);

const RECORDED: readonly RawRecord[] = readdirSync(FIXTURES).map((name) => ({
  ...toRecord(toRecord(JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')))['event']),
  locationId: LOCATION_ID,
}));

/** What stands in the place of a field; undefined leaves it out. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'null',
  'x'.repeat(10_000),
  'half \ud83d',
  '\u202e\u200b',
  '2026-02-30',
  0,
  -1,
  1e21,
  46_000,
  1_795_168_925_000,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  [{}],
  ['a', 1, null, { a: 1 }],
  { a: { b: [1] } },
  { id: null },
];

/** Values in which a program shows through. */
const PROGRAM = /\[object \w+\]|\bundefined\b|\bNaN\b|Invalid Date/;
const JAVASCRIPT = /TypeError|RangeError|is not (?:a function|iterable)|Cannot read|of undefined/;

const count = { events: 0, items: 0, nothing: 0, sentences: 0 };

useRelay();
beforeAll(() => {
  stopTime('2026-11-24T10:00:00Z');
});
afterAll(() => {
  madeFor.clear();
  resumeTime();
  process.stdout.write(
    `Events: ${HOOKS.length} instant triggers, ${count.events} odd events: ${count.items} start a Zap, ` +
      `${count.nothing} start none, ${count.sentences} end in a sentence.\n`,
  );
});

/** Most events start several triggers: their odd forms are made and signed once. */
const madeFor = new Map<RawRecord, [string, RawRecord][]>();

function oddOnesFor(event: RawRecord): [string, RawRecord][] {
  const made = madeFor.get(event) ?? oddOnes(event);
  madeFor.set(event, made);
  return made;
}

/** The event with each of its fields, and of their fields, in an odd form: one at a time. */
function oddOnes(event: RawRecord): [string, RawRecord][] {
  const within = (key: string, inner: RawRecord) =>
    oddOnesOf(inner).map(([name, odd]): [string, RawRecord] => [
      `${key}.${name}`,
      { ...event, [key]: odd },
    ]);
  return [
    ...oddOnesOf(event),
    ...Object.entries(event).flatMap(([key, value]) => (isRecord(value) ? within(key, value) : [])),
  ];
}

/** The fields of an event and of their fields, with the type of each. */
function shapeOf(event: RawRecord): string {
  const typesOf = (record: RawRecord): string[] =>
    Object.entries(record).map(
      ([key, value]) => `${key}: ${isRecord(value) ? typesOf(value).join() : typeOf(value)}`,
    );
  return typesOf(event).join();
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function oddOnesOf(record: RawRecord): [string, RawRecord][] {
  return [...Object.keys(record), 'nobodyKnowsThis'].flatMap((key) =>
    ODD.map((odd): [string, RawRecord] => [
      `${key} ${odd === undefined ? 'left out' : JSON.stringify(odd).slice(0, 40)}`,
      { ...record, [key]: odd },
    ]),
  );
}

describe.each(HOOKS)('%s', (_path, { operation }) => {
  const { perform } = operation;
  const inputs = requiredChoices(operation);

  test('reads every odd event, or says in a sentence what is wrong', async () => {
    const problems: string[] = [];
    const shapes = new Set<string>();
    for (const event of [...RECORDED, ...EVENTS]) {
      const plain = await record(perform, inputs, { event });
      if (toList(plain.result).length === 0) continue;
      // Of events of one shape each field has been odd once.
      const shape = shapeOf(event);
      if (shapes.has(shape)) continue;
      shapes.add(shape);
      for (const [name, odd] of oddOnesFor(event)) {
        const { error, result } = await record(perform, inputs, { event: odd });
        const shown = JSON.stringify(toList(result));
        count.events += 1;
        if (error !== undefined) count.sentences += 1;
        else if (toList(result).length === 0) count.nothing += 1;
        else count.items += 1;
        if (error !== undefined && (JAVASCRIPT.test(error) || !error.endsWith('.'))) {
          problems.push(`${name}: ${error.slice(0, 200)}`);
        } else if (PROGRAM.test(shown)) {
          problems.push(`${name}: ${PROGRAM.exec(shown)?.[0]} in ${shown.slice(0, 200)}`);
        } else if (toList(result).some((item) => !toRecord(item)['id'])) {
          problems.push(`${name}: an item without ID`);
        }
      }
    }
    expect(problems.slice(0, 20)).toEqual([]);
    expect(shapes.size).toBeGreaterThan(0);
  });
});
