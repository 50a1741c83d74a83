import { describe, expect, test } from '@jest/globals';
import nock from 'nock';
import type { PlainInputField } from 'zapier-platform-core';

import { staticChoices } from '../local/index.ts';
import { kindOf, KINDS } from '../lib/inputs/kinds.ts';
import { MESSAGE_TYPES } from '../resources/channels.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../resources/values.ts';
import { valuesAt } from '../scripts/check/record-paths.ts';
import { titleCase, withoutParentheses } from '../scripts/check/text.ts';
import { App, HIGHLEVEL, runMethod } from './support/app.ts';
import { isSubAccountField } from './support/fields.ts';
import { EACH_OPERATION, type FieldFunction, type Operation } from './support/operations.ts';

/** Fields for an ID whose keys do not say so: for the others, Zapier's check D004 sees to it. */
const NAMES_SOMEBODY = /^(assignedTo|followers|mentions|fromNumber)$/;

/** A field with its operation's path, such as `creates.send_message.contactId`. */
const EACH_FIELD: [string, RawRecord][] = EACH_OPERATION.flatMap(([path, entry]) =>
  entry.fields.map((field): [string, RawRecord] => [`${path}.${String(field['key'])}`, field]),
);

/** Fields that a person fills in; a `copy` field only shows a text. */
const EACH_QUESTION = EACH_FIELD.filter(([, { type }]) => type !== 'copy');

/** So many fields fit on a screen: a longer form has headings. */
const LONGEST_WITHOUT_GROUPS = 12;

describe.each(EACH_OPERATION)('The form of %s', (_path, { fields, operation }) => {
  const declared = toList(operation['inputFieldGroups']).map((group) => toRecord(group)['key']);
  const used = fields.flatMap((field) => toText(field['group']) ?? []);

  test('has a heading for each group of fields, and no heading without fields', () => {
    expect(used.filter((key) => !declared.includes(key))).toEqual([]);
    // These are made from the sub-account's own.
    const made = ['customGroup', 'fieldsGroup'];
    expect(declared.filter((key) => ![...made, ...used].includes(String(key)))).toEqual([]);
    if (fields.length > LONGEST_WITHOUT_GROUPS) expect(declared.length).toBeGreaterThan(1);
  });

  test('asks for the subject before the message', () => {
    const keys = fields.map(({ key }) => key);
    if (keys.includes('subject') && keys.includes('message')) {
      expect(keys.indexOf('subject')).toBeLessThan(keys.indexOf('message'));
    }
  });
});

describe.each(EACH_QUESTION)('%s', (_path, field) => {
  const help = toText(field['helpText']) ?? '';

  test('has a label in title case', () => {
    const label = withoutParentheses(toText(field['label']) ?? '');
    expect(label).toBe(titleCase(label));
  });

  test('has help in sentences, whose code and bold words end', () => {
    if (help !== '') expect(help).toMatch(/^[A-Z"“`*].*[.!?:)]$/s);
    expect(help.split('`').length % 2).toBe(1);
    expect(help.split('**').length % 2).toBe(1);
  });

  test('says what it takes, in a word that the reader of inputs knows', () => {
    for (const one of [field, ...toList(field['children']).filter(isRecord)]) {
      // What an operation declares are Zapier's fields.
      expect(KINDS).toContain(kindOf(one as unknown as PlainInputField));
    }
  });

  test('says in which order a date is read', () => {
    if (field['type'] === 'datetime') expect(help).toMatch(/`3\/5\/2027` means March 5\./);
  });

  test('lets a person choose whom or what it names', () => {
    const { choices, dynamic, search, key } = field;
    if (!NAMES_SOMEBODY.test(String(key))) return;
    expect([choices, dynamic, search]).toContainEqual(expect.anything());
  });

  test('takes a value that its search or list gives', () => {
    const { search, dynamic } = field;
    for (const [targets, target] of [
      [App.searches, search],
      [App.triggers, dynamic],
    ] as const) {
      if (target === undefined) continue;
      const [key = '', ...keys] = toText(target)?.split('.') ?? [];
      const sample = toRecord(toRecord(toRecord(targets)[key])['operation'])['sample'];
      expect(keys.length).toBeGreaterThan(0);
      for (const name of keys) expect(valuesAt(toRecord(sample), name)).toHaveLength(1);
    }
  });
});

/** Fields whose choices stand in the definition. */
const EACH_STATIC_CHOICE = EACH_FIELD.filter(
  ([, { choices }]) => isRecord(choices) && !('perform' in choices),
);

test.each(EACH_STATIC_CHOICE)('%s offers choices that a person can read', (_path, field) => {
  const labels = Object.values(toRecord(field['choices'])).map(String);
  expect(labels.length).toBeGreaterThan(0);
  expect(labels.filter((text) => !/^[A-Z\d]/.test(text))).toEqual([]);
  expect(labels).toEqual([...new Set(labels)]);
});

/** Filters by channel of what HighLevel's lists return. */
const EACH_LIST_FILTER = EACH_OPERATION.flatMap(([path, { kind, operation, staticFields }]) =>
  kind === 'searches' || (kind === 'triggers' && operation['type'] !== 'hook')
    ? staticFields
        .filter(({ key }) => key === 'channel')
        .map((field): [string, RawRecord] => [path, field])
    : [],
);

test.each(EACH_LIST_FILTER)('%s offers only channels that HighLevel lists', (_path, field) => {
  const offered = staticChoices(field).map(({ id }) => id);
  const listed = Object.entries(MESSAGE_TYPES).flatMap(([channel, types]) =>
    types.length > 0 ? [channel] : [],
  );
  expect(offered).toContain('sms');
  expect(offered.filter((channel) => !listed.includes(channel))).toEqual([]);
});

describe.each(EACH_OPERATION)('The fields of %s', (_path, entry) => {
  test('have keys and labels of their own', () => {
    const keys = entry.fields.map((field) => field['key']);
    expect(keys).toEqual([...new Set(keys)]);
    const labels = entry.fields.map((field) => field['label']);
    expect(labels).toEqual([...new Set(labels)]);
  });

  test('are known when a step runs, those that a function makes too', () => {
    const unknown = entry.fieldFunctions.filter(
      (make) => !('declared' in make || 'fieldOf' in make) && !isSubAccountField(make),
    );
    expect(unknown).toEqual([]);
  });

  test('depend only on fields that say so', () => {
    const altering = entry.staticFields.filter((field) => field['altersDynamicFields'] === true);
    const byChoice = entry.fieldFunctions.filter((make) => 'declared' in make);
    // Fields made of HighLevel's lists, such as custom fields, depend on no choice.
    if (byChoice.length > 0) expect(altering.length).toBeGreaterThan(0);
    if (altering.length > 0) expect(entry.fieldFunctions.length).toBeGreaterThan(0);
    expect(altering.filter((field) => valuesOf(field).length === 0)).toEqual([]);
  });
});

/** A function of fields with one choice of the fields that alter it. */
const EACH_CHOICE: [string, FieldFunction, RawRecord][] = EACH_OPERATION.flatMap(([path, entry]) =>
  entry.fieldFunctions.flatMap((make, index) =>
    inputsFor(entry).map((inputData): [string, FieldFunction, RawRecord] => [
      `${path}, function ${String(index + 1)}, ${JSON.stringify(inputData)}`,
      make,
      inputData,
    ]),
  ),
);

describe.each(EACH_CHOICE)('%s', (_path, make, inputData) => {
  test('makes fields that survive the way to the editor', async () => {
    // Fields that HighLevel's lists make are made of an empty list here.
    nock(HIGHLEVEL).persist().get(/.*/).optionally().reply(200, {});
    nock(HIGHLEVEL).persist().post(/.*/).optionally().reply(200, {});
    const made = await runMethod(make, { inputData });
    if (!Array.isArray(made)) throw new Error('It makes no list of fields.');
    const sent: unknown = JSON.parse(JSON.stringify(made));
    // A function inside, such as one that fills a dropdown, would be lost on the way.
    expect(sent).toEqual(made);
    const fields = made.filter(isRecord);
    expect(fields).toHaveLength(made.length);
    const choices = fields.map((field) => field['choices']).filter((value) => value !== undefined);
    expect(choices.filter((value) => Object.keys(toRecord(value)).length === 0)).toEqual([]);
  });
});

/** Nothing chosen, then each choice of each field that alters the others. */
function inputsFor(entry: Operation): RawRecord[] {
  const altering = entry.staticFields.filter((field) => field['altersDynamicFields'] === true);
  return [
    {},
    ...altering.flatMap((field) =>
      valuesOf(field).map((value) => ({ [String(field['key'])]: value })),
    ),
  ];
}

function valuesOf(field: RawRecord): unknown[] {
  if (field['type'] === 'boolean') return [true, false];
  const choices = staticChoices(field).map(({ id }) => id);
  // A dropdown of records: an id.
  return choices.length > 0 ? choices : ['hT7gK2mWq9ZbR4xVnL0s'];
}
