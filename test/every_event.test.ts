import { readdirSync, readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { isRecord, toList, toRecord, type RawRecord } from '../resources/values.ts';
import { LOCATION_ID } from './support/app.ts';
import { resumeTime, stopTime } from './support/clock.ts';
import { requiredChoices, useRelay } from './support/hook.ts';
import { EACH_VISIBLE } from './support/operations.ts';
import { EVENTS, record, type RecordedStep } from './support/recorded_step.ts';

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

/** Fields that stand side by side: those of an event, or those of one of its fields. */
interface Level {
  /** The field that has them, unless the event does. */
  name: string;
  keys: readonly string[];
  /** The event with one of them in an odd form. */
  alone: (key: string, odd: unknown) => RawRecord;
  /** The event with several of them in one odd form. */
  together: (keys: readonly string[], odd: unknown) => RawRecord;
}

/** Most events start several triggers: their odd forms are made and signed once. */
const madeFor = new Map<RawRecord, Level[]>();

function levelsOf(event: RawRecord): Level[] {
  const made = madeFor.get(event) ?? [
    levelOf('', event, (odd) => odd),
    ...Object.entries(event).flatMap(([key, inner]) =>
      isRecord(inner) ? [levelOf(`${key}.`, inner, (odd) => ({ ...event, [key]: odd }))] : [],
    ),
  ];
  madeFor.set(event, made);
  return made;
}

function levelOf(name: string, fields: RawRecord, within: (odd: RawRecord) => RawRecord): Level {
  const keys = [...Object.keys(fields), 'nobodyKnowsThis'];
  const together = (some: readonly string[], odd: unknown) =>
    within({ ...fields, ...Object.fromEntries(some.map((key) => [key, odd])) });
  const made = new Map(keys.map((key) => [key, new Map<unknown, RawRecord>()]));
  const alone = (key: string, odd: unknown) => {
    const event = made.get(key)?.get(odd) ?? together([key], odd);
    made.get(key)?.set(odd, event);
    return event;
  };
  return { name, keys, alone, together };
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

/** What a trigger does with an event. */
type Run = (event: RawRecord) => Promise<RecordedStep>;

/**
 * Puts each odd form in the place of each field of a level. Fields whose odd forms a trigger does not
 * hear, as it does the same as for the plain event, are odd together; as soon as it does something
 * else, each of them is odd alone.
 */
async function problemsAt(
  { name, keys, alone, together }: Level,
  run: Run,
  plain: RecordedStep,
): Promise<string[]> {
  const problems: string[] = [];
  const heard = new Set<string>();
  const wanted = JSON.stringify(plain);
  for (const odd of ODD) {
    const unheard = keys.filter((key) => !heard.has(key));
    const areUnheard = JSON.stringify(await run(together(unheard, odd))) === wanted;
    if (areUnheard) tally(plain, unheard.length);
    for (const key of areUnheard ? heard : keys) {
      const step = await run(alone(key, odd));
      tally(step);
      if (JSON.stringify(step) !== wanted) heard.add(key);
      const problem = problemOf(step);
      const form = odd === undefined ? 'left out' : JSON.stringify(odd).slice(0, 40);
      if (problem !== undefined) problems.push(`${name}${key} ${form}: ${problem}`);
    }
  }
  return problems;
}

function tally({ error, result }: RecordedStep, events = 1): void {
  count.events += events;
  if (error !== undefined) count.sentences += events;
  else if (toList(result).length === 0) count.nothing += events;
  else count.items += events;
}

function problemOf({ error, result }: RecordedStep): string | undefined {
  if (error !== undefined) {
    const isSentence = error.endsWith('.') && !JAVASCRIPT.test(error);
    return isSentence ? undefined : error.slice(0, 200);
  }
  const shown = JSON.stringify(toList(result));
  const program = PROGRAM.exec(shown)?.[0];
  if (program !== undefined) return `${program} in ${shown.slice(0, 200)}`;
  return toList(result).some((item) => !toRecord(item)['id']) ? 'an item without ID' : undefined;
}

describe.each(HOOKS)('%s', (_path, { operation }) => {
  const inputs = requiredChoices(operation);
  const run: Run = (event) => record(operation['perform'], inputs, { event });

  test('reads every odd event, or says in a sentence what is wrong', async () => {
    const problems: string[] = [];
    const shapes = new Set<string>();
    for (const event of [...RECORDED, ...EVENTS]) {
      const plain = await run(event);
      if (toList(plain.result).length === 0) continue;
      // Of events of one shape each field has been odd once.
      const shape = shapeOf(event);
      if (shapes.has(shape)) continue;
      shapes.add(shape);
      const problem = problemOf(plain);
      if (problem !== undefined) problems.push(`as it is: ${problem}`);
      for (const level of levelsOf(event)) problems.push(...(await problemsAt(level, run, plain)));
    }
    expect(problems.slice(0, 20)).toEqual([]);
    expect(shapes.size).toBeGreaterThan(0);
  });
});
