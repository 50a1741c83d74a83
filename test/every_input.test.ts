import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlainInputField } from 'zapier-platform-core';

import { hasFinder } from '../lib/inputs/finders.ts';
import { toList, toRecord, type RawRecord } from '../resources/values.ts';
import { resumeTime, stopTime } from './support/clock.ts';
import { useRelay } from './support/hook.ts';
import { canonical, oddInputsFor, plainValuesOf } from './support/odd_inputs.ts';
import { BLANK, type OddInput, REFUSED } from './support/odd_values.ts';
import { EACH_VISIBLE, type Operation } from './support/operations.ts';
import { LOCATION_ID } from './support/app.ts';
import { EVENTS, record, type RecordedStep } from './support/recorded_step.ts';

/**
 * Every field of every operation is given what people type and other steps hand over. Each must be
 * refused before anything is sent, in a sentence that a person understands, or be sent as the plain
 * value that it means.
 */

const FEWEST_INPUTS = 60;

/** What the whole test went over. */
const count = { operations: 0, fields: 0, inputs: 0, refused: 0, asMeant: 0, others: 0 };

useRelay();

beforeAll(() => {
  stopTime('2026-11-24T10:00:00Z');
});

afterAll(() => {
  resumeTime();
  process.stdout.write(
    `Inputs: ${count.operations} operations, ${count.fields} fields, ${count.inputs} inputs: ` +
      `${count.refused} refused, ${count.asMeant} taken as meant, ${count.others} others.\n`,
  );
});

describe.each(EACH_VISIBLE)('%s', (_path, entry) => {
  test('refuses every odd input in a sentence, or sends it as meant', async () => {
    count.operations += 1;
    const problems: string[] = [];
    for (const field of await fieldsOf(entry)) problems.push(...(await problemsOf(entry, field)));
    count.others += problems.length;
    expect(problems.slice(0, 20)).toEqual([]);
  });
});

/** What an older version of a step, or a step of another kind, may have left behind. */
const LEFT_OVER = {
  nobodyDeclares: 'left over',
  altId: 'left over',
  companyId: 'left over',
  customFields: [{ id: 'x', field_value: 'left over' }],
  body: { left: 'over' },
  role: 'admin',
  __proto__key: 'left over',
  constructor: 'left over',
  limit: 7,
  page: 2,
};

test.each(EACH_VISIBLE)('%s sends nothing that no field declares', async (_path, entry) => {
  const none = { key: '', type: 'string' } as const;
  const inputs = await completed(entry, {}, none);
  const form = (await formOf(entry, inputs)).map(({ field }) => field.key);
  const undeclared = Object.entries(LEFT_OVER).filter(([key]) => !form.includes(key));
  for (const run of runsOf(entry)) {
    const left = await run({ ...inputs, ...Object.fromEntries(undeclared) });
    expect(differenceOf(left, await run(inputs))).toBeUndefined();
  }
});

/** A field, and the inputs with which it shows. */
interface ShownField {
  field: PlainInputField;
  chosen: RawRecord;
  /** Whether HighLevel's lists made it. */
  isMade: boolean;
}

/** The fields that an operation shows for the inputs so far. */
async function formOf(entry: Operation, inputData: RawRecord): Promise<ShownField[]> {
  const made = await Promise.all(
    entry.fieldFunctions.map(async (make) => {
      const { result } = await record(make, inputData);
      return toList(result).map((field) => ({ field, isMade: !('declared' in make) }));
    }),
  );
  return [...entry.staticFields.map((field) => ({ field, isMade: false })), ...made.flat()]
    .map(({ field, isMade }) => ({
      // What an operation declares, and what its functions return, are Zapier's fields.
      field: field as PlainInputField,
      chosen: inputData,
      isMade,
    }))
    .filter(({ field }) => field.type !== 'copy');
}

/** Every field of an operation, each with the choices that make it appear. */
async function fieldsOf(entry: Operation): Promise<ShownField[]> {
  const shown = new Map<string, ShownField>();
  const choices: RawRecord[] = [{}];
  const tried = new Set<string>();
  for (let chosen = choices.shift(); chosen; chosen = choices.shift()) {
    if (tried.has(JSON.stringify(chosen))) continue;
    tried.add(JSON.stringify(chosen));
    for (const one of await formOf(entry, chosen)) {
      const { field } = one;
      if (!shown.has(field.key)) shown.set(field.key, one);
      // A choice may make fields appear whose choice makes others appear.
      if (field.altersDynamicFields !== true || field.key in chosen) continue;
      for (const value of choicesIn(field)) {
        choices.push({ ...chosen, [field.key]: value });
      }
    }
  }
  return [...shown.values()];
}

/** What a person may choose in a field: of a list of HighLevel's, one record. */
function choicesIn(field: PlainInputField): unknown[] {
  const choices = toRecord(field.choices);
  return 'perform' in choices ? [canonical(field)] : Object.keys(choices);
}

/** What an operation does with inputs, and with what Zapier kept of their fields. */
type Run = (
  inputData: RawRecord,
  parts?: { kept?: RawRecord; alike?: RecordedStep; isToRead?: boolean },
) => Promise<RecordedStep>;

/** The ways in which an operation runs: an instant trigger for its samples, and for events. */
function runsOf({ operation }: Operation): Run[] {
  const { perform, performList } = operation;
  if (performList === undefined) return [(inputData, parts) => record(perform, inputData, parts)];
  const forEvents = EVENTS.map(
    (event): Run =>
      (inputData, parts) =>
        record(perform, inputData, { ...parts, event }),
  );
  return [(inputData, parts) => record(performList, inputData, parts), ...forEvents];
}

/** Fields of which HighLevel is told nothing that a test could see, with why. */
const UNHEARD: Record<string, string> = {
  'creates.upload_attachment.channel': 'it decides how large the file may be',
  'searches.find_notes.contains': 'it decides which of the rows are returned',
  'searches.find_message.sentBefore': 'it decides which of the rows is returned',
  'searches.find_scheduled_messages.contains': 'it decides which of the rows are returned',
  'searches.find_tasks.dueAfter': 'it decides which of the rows are returned',
  'searches.find_tasks.dueBefore': 'it decides which of the rows are returned',
  'searches.find_tasks.limit': 'it decides how many of the rows are returned',
  'searches.find_task.dueAfter': 'it decides which of the rows are returned',
  'searches.find_task.dueBefore': 'it decides which of the rows are returned',
  'searches.find_messages.status': 'it decides which of the rows are returned',
  'searches.find_conversations.limit': 'it decides how many of the rows are returned',
  'searches.find_conversations.lastMessageAfter': 'it decides which of the rows are returned',
  'searches.find_scheduled_messages.limit': 'it decides how many of the rows are returned',
  'searches.find_records.limit': 'it decides how many of the rows are returned',
  'searches.find_invoices.limit': 'it decides how many of the rows are returned',
  'searches.find_contacts.limit': 'it decides how many of the rows are returned',
  'searches.find_form_submissions.limit': 'it decides how many of the rows are returned',
  'searches.find_survey_submissions.limit': 'it decides how many of the rows are returned',
  'searches.find_company.exactName': 'it decides which of the rows are returned',
  'searches.find_product.exactName': 'it decides which of the rows are returned',
  'searches.find_trigger_link.exactName': 'it decides which of the rows are returned',
  'searches.find_sub_accounts.all': 'only a connection of an agency has more than its own',
  'searches.find_pipeline_stage.pipeline': 'it narrows a list that HighLevel gives as a whole',
  'creates.api_request.onFailure': 'it decides what follows on a refusal',
};

async function problemsOf(entry: Operation, shown: ShownField): Promise<string[]> {
  const { field, isMade } = shown;
  count.fields += 1;
  const found = await placeFor(entry, shown);
  if ('unheard' in found) {
    const reason = `no other inputs were found with which it says anything. ${found.unheard}`;
    return [`${field.key}: ${reason}`];
  }
  const { run, others, plain } = found;
  const inputs = oddInputsFor(field, plain);
  const few = inputs.length < FEWEST_INPUTS ? [`${field.key}: only ${inputs.length} inputs`] : [];
  // Zapier keeps what the form said of a field, but not for steps that are older than that.
  const keeps: RawRecord[] = isMade ? [{ [field.key]: field.meta }, {}] : [{}];
  const problems = await Promise.all(
    keeps.map((kept) =>
      problemsWith(
        (value, parts) => run({ ...others, [field.key]: value }, { ...parts, kept }),
        field,
        inputs,
      ),
    ),
  );
  return [...few, ...problems.flat()];
}

/**
 * Runs with each of the inputs, one after the other. What one is read as tells how it ends: only where
 * it is read as something else than the plain value, both are run to their end.
 */
async function problemsWith(
  run: (value: unknown, parts?: Parameters<Run>[1]) => Promise<RecordedStep>,
  field: PlainInputField,
  inputs: readonly OddInput[],
): Promise<string[]> {
  const read = new Map<string, RecordedStep>();
  const ended = new Map<string, RecordedStep>();
  const found: string[] = [];
  const problemOf = async (input: unknown, meaning: unknown): Promise<string | undefined> => {
    if (meaning === REFUSED) {
      count.refused += 1;
      return refusalProblem(await run(input), field);
    }
    const key = meaning === BLANK ? '' : JSON.stringify([meaning]);
    const plain = meaning === BLANK ? undefined : meaning;
    const alike = read.get(key) ?? (await run(plain, { isToRead: true }));
    read.set(key, alike);
    count.asMeant += 1;
    const outcome = await run(input, { alike });
    if (outcome === alike) return undefined;
    const meant = ended.get(key) ?? (await run(plain));
    ended.set(key, meant);
    return differenceOf(hasFinder(field) ? withoutLookUps(outcome, meant) : outcome, meant);
  };
  for (const [input, meaning] of inputs) {
    count.inputs += 1;
    const problem = await problemOf(input, meaning);
    if (problem) found.push(`${field.key} of ${shortly(input)}: ${problem}`);
  }
  return found;
}

/** Where a value of a field is heard: a way to run, the other inputs, and a value. */
interface Place {
  run: Run;
  others: RawRecord;
  plain: unknown;
}

/** So many plain values in a row that are refused in the same words are not what is wrong. */
const ENOUGH_REFUSALS = 8;

/** The other inputs with which fields of an operation were heard: the next one may be, too. */
const heardWith = new Map<Operation, Map<string, RawRecord>>();

/**
 * Finds other inputs with which an operation goes on to its request, and does something else for a
 * value of the field than without one. One of several fields may be enough, or two.
 */
async function placeFor(
  entry: Operation,
  { field, chosen }: ShownField,
): Promise<Place | { unheard: string }> {
  let unheard = 'With and without it, the same is sent.';
  const base = await completed(entry, chosen, field);
  const filled = { [field.key]: canonical(field), ...base };
  const form = (await formOf(entry, filled)).filter((other) => other.field.key !== field.key);
  const additions = form.flatMap(({ field: { key, label }, field: other }) =>
    plainValuesOf(other)
      .slice(0, key in base ? 5 : 1)
      .map((value): { label: string; addition: RawRecord } => ({
        label: `"${label}"`,
        addition: { [key]: value },
      })),
  );
  const ones = additions.map(({ addition }) => addition);
  const pairs = ones.flatMap((one, index) =>
    ones.slice(index + 1).map((other) => ({ ...one, ...other })),
  );
  const heard = heardWith.get(entry) ?? new Map<string, RawRecord>();
  heardWith.set(entry, heard);
  const ofOthers = [...heard.values()].filter((addition) => !(field.key in addition));
  const tried = new Set<string>();
  const isUnheard = `${entry.kind}.${entry.key}.${field.key}` in UNHEARD;
  const next: RawRecord[] = [{}, ...ofOthers, ...ones, ...pairs];
  for (let addition = next.shift(); addition; addition = next.shift()) {
    const name = JSON.stringify(addition);
    if (tried.has(name)) continue;
    tried.add(name);
    const others = await completed(entry, { ...base, ...addition, ...chosen }, field);
    for (const run of runsOf(entry)) {
      let without: RecordedStep | undefined;
      let refused = { words: '', times: 0 };
      for (const plain of plainValuesOf(field)) {
        const outcome = await run({ ...others, [field.key]: plain });
        const { error } = outcome;
        if (error !== undefined) {
          unheard = `The last try: ${error} (Records are in test/support/recorded_step.ts.)`;
          refused = { words: error, times: error === refused.words ? refused.times + 1 : 1 };
          if (refused.times === ENOUGH_REFUSALS) break;
          continue;
        }
        if (isUnheard || differenceOf(outcome, (without ??= await run(others)))) {
          heard.set(name, addition);
          return { run, others, plain };
        }
      }
    }
    if (Object.keys(addition).length > 1) continue;
    // What a refusal names is most likely what is missing.
    const named = additions.filter(({ label }) => unheard.includes(label));
    next.unshift(...named.map((one) => ({ ...addition, ...one.addition })));
  }
  return { unheard };
}

/** The inputs, and what the form requires beside them and the field itself. */
async function completed(
  entry: Operation,
  given: RawRecord,
  field: PlainInputField,
): Promise<RawRecord> {
  const inputs = { ...given };
  for (;;) {
    const form = await formOf(entry, { [field.key]: canonical(field), ...inputs });
    const missing = form.find(
      (one) =>
        one.field.required === true && one.field.key !== field.key && !(one.field.key in inputs),
    );
    if (!missing) return inputs;
    inputs[missing.field.key] = canonical(missing.field);
  }
}

const LONGEST_SENTENCE = 600;
const JAVASCRIPT =
  /\b(undefined|null|NaN|TypeError|RangeError|URIError|function|JSON at|position \d)\b|\[object|\bis not (a function|iterable|defined)\b/;
/** Keys as programs write them: `contactId`, `field_value`. */
const KEY = /\b[a-z]+(?:[A-Z]\w*|_[a-z]\w*)\b/;

/** Requests that only ask what a value means: the country of a number, the name of a custom field. */
const LOOK_UPS = [`/locations/${LOCATION_ID}`, `/locations/${LOCATION_ID}/customFields`];

/** What fields a custom object has. */
const OF_OBJECTS = /^\/objects\/[^/]*$/;

/** Whether a request only asks what a value means. A name of a record is looked for in HighLevel's lists. */
function isLookUp({ method, url }: RawRecord, field: PlainInputField): boolean {
  if (LOOK_UPS.includes(String(url)) || OF_OBJECTS.test(String(url))) return true;
  return hasFinder(field) && (method === 'GET' || String(url).endsWith('/search'));
}

/** The outcome without the requests that found the record which a value names: reads before the step's own. */
function withoutLookUps(outcome: RecordedStep, meant: RecordedStep): RecordedStep {
  const needed = meant.requests.map((request) => JSON.stringify(request));
  const firstWrite = outcome.requests.findIndex((request) => !isRead(request));
  const isEarly = (index: number) => firstWrite < 0 || index < firstWrite;
  // The last of two that are alike is the step's own.
  const kept = outcome.requests.map((request, index) => ({ request, index })).reverse();
  const requests = kept.filter(({ request, index }) => {
    const place = needed.indexOf(JSON.stringify(request));
    if (place >= 0) needed.splice(place, 1);
    // The country is looked at where the outcomes are compared.
    return place >= 0 || !isEarly(index) || !isRead(request) || request['url'] === LOOK_UPS[0];
  });
  return { ...outcome, requests: requests.reverse().map(({ request }) => request) };
}

function isRead({ method, url }: RawRecord): boolean {
  return method === 'GET' || String(url).endsWith('/search');
}

/** What is wrong with how a value was refused; undefined where nothing is. */
function refusalProblem(
  { error, requests }: RecordedStep,
  field: PlainInputField,
): string | undefined {
  if (error === undefined) return `was taken: ${shortly(requests)}`;
  const sent = requests.filter((request) => !isLookUp(request, field));
  if (sent.length > 0) return `was refused only after ${shortly(sent)}`;
  return sentenceProblem(error, field);
}

function sentenceProblem(sentence: string, field: PlainInputField): string | undefined {
  const labels = [field, ...(field.children ?? [])].map(({ label }) => label ?? '');
  const ownWords = sentence.replaceAll(/"[^"]*"/g, '');
  if (!labels.some((label) => sentence.includes(`"${label}`))) return `names no label: ${sentence}`;
  if (JAVASCRIPT.test(ownWords)) return `has words of JavaScript: ${sentence}`;
  if (KEY.test(ownWords)) return `has a key: ${sentence}`;
  if (/[\p{Cc}\p{Cs}]/u.test(sentence)) return `has characters that nobody sees: ${sentence}`;
  if (!sentence.endsWith('.')) return `has no end: ${sentence}`;
  return sentence.length > LONGEST_SENTENCE ? `is too long: ${sentence}` : undefined;
}

/** How an outcome differs from that of the plain value; undefined where it does not. */
function differenceOf(outcome: RecordedStep, meant: RecordedStep): string | undefined {
  const [got, wanted] = [shownOf(outcome), shownOf(meant)];
  return got === wanted ? undefined : `${shortly(got)} in place of ${shortly(wanted)}`;
}

function shownOf({ requests, cached, error, result }: RecordedStep): string {
  // A number without a country code costs a look-up, whose answer is cached; a whole number does not.
  const own = requests.filter(({ url }) => url !== LOOK_UPS[0]);
  return JSON.stringify([error, own, result, cached - (requests.length - own.length)]);
}

function shortly(value: unknown): string {
  return (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 300);
}
