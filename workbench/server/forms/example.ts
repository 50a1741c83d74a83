import type { FormReader } from '../../../local/index.ts';
import { isRecord, type RawRecord } from '../../../resources/values.ts';
import { readFields, type Operation } from '../../../scripts/check/integration.ts';
import { LIVE_CASES } from '../../../scripts/check/live/cases.ts';
import { inputsFor, type FormOf } from '../../../scripts/check/live/inputs.ts';
import type { Entries, Row, Value } from '../../api/form.ts';
import type { Operations } from '../catalog/operations.ts';
import type { Connected } from '../connections/connections.ts';
import { readForm } from './form.ts';

/** What a form is filled in with, and how the form for it is read. */
interface Example {
  entries: Entries;
  read: FormReader;
}

/**
 * A form filled in with records that the local HighLevel has: what the operation requires, its first long text,
 * and one field more, since some ask for one of several. What must have happened before, such as a message
 * whose status is updated, happens.
 */
export async function exampleOf(
  { forms, runs, openForms }: Connected,
  operation: Operation,
  operations: Operations,
  timezone: string,
): Promise<Example> {
  const { inputs, event } = LIVE_CASES[operation.path] ?? {};
  const isTrigger = operation.kind === 'triggers';
  // The event of a trigger is what it waits for.
  if (!isTrigger) await event?.(runs);
  const given = (await inputs?.(runs)) ?? {};
  const isGiven = Object.keys(given).length > 0;
  const isOneAsked = operation.staticFields.filter(({ required }) => required).length < 2;
  // What has happened for it can be in the form.
  const isAltered = inputs !== undefined || event !== undefined;
  const read = openForms[isAltered ? 'open' : 'shown'](forms, operation, timezone);
  const form: FormOf = async (filledIn) => readFields(await read(filledIn));
  const inputData = await nthOf(
    inputsFor({ zapier: forms, operation, form }, given, () => true),
    // What filters a trigger could leave nothing.
    !isTrigger && !isGiven && isOneAsked ? 2 : 1,
  );
  const entries = entriesOf(inputData);
  const { fields } = await readForm(read, operation, operations, entries);
  const texts = fields.filter(({ type, isList }) => type === 'text' && !isList).slice(0, 1);
  const written = (isTrigger ? [] : texts).map(
    ({ key }) => [key, { from: 'typed', value: TEXT }] as const,
  );
  const known = new Set(fields.map(({ key }) => key));
  const filledIn = Object.fromEntries(
    Object.entries({ ...Object.fromEntries(written), ...entries }).filter(([key]) =>
      known.has(key),
    ),
  );
  return { entries: filledIn, read };
}

const TEXT = 'See you on Thursday at ten.';

/** The last ones, up to a number. */
async function nthOf(all: AsyncGenerator<RawRecord>, count: number): Promise<RawRecord> {
  let last: RawRecord = {};
  let place = 0;
  for await (const one of all) {
    last = one;
    place += 1;
    if (place === count) break;
  }
  return last;
}

function entriesOf(inputData: RawRecord): Entries {
  return Object.fromEntries(
    Object.entries(inputData)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => [key, { from: 'typed', value: typedValue(value) }]),
  );
}

function typedValue(value: unknown): Value {
  if (!Array.isArray(value)) return String(value);
  const values: unknown[] = value;
  if (values.every(isRecord)) return values.map(rowOf);
  return values.map(String);
}

function rowOf(record: RawRecord): Row {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  );
}
