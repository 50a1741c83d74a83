import { describe, expect, test } from '@jest/globals';

import { definitionOf, validationErrorsOf } from '../scripts/lib/definition.ts';
import { isRecord, toRecord, toText, type RawRecord } from '../resources/values.ts';
import { App } from './support/app.ts';
import { EACH_OPERATION, leafKeys, OPERATIONS, valuesAt } from './support/operations.ts';
import { lowerWords } from './support/title_case.ts';

/** The integration's own name has no place in its steps: Zapier shows it beside each. */
const APP_NAME = /\b(high\s?level|go\s?high\s?level|ghl|leadconnector|zapier)\b/i;
const ISO_DATE_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

describe("Zapier's schema", () => {
  test('finds nothing wrong with the app', async () => {
    expect(await validationErrorsOf(App)).toEqual([]);
  });

  test('sees no address of an endpoint that is not https', async () => {
    const definition = JSON.stringify(await definitionOf(App));
    expect(definition.match(/"http:\/\/[^"]*"/g)).toBeNull();
  });
});

describe('The app', () => {
  test('keeps operations of one kind under different keys and labels', () => {
    for (const kind of ['triggers', 'searches', 'creates']) {
      const labels = OPERATIONS.filter((entry) => entry.kind === kind).map(({ label }) => label);
      expect(labels).toEqual([...new Set(labels)]);
    }
  });

  test('names searches and creates that exist where one is made when none is found', () => {
    const { searchOrCreates, searches, creates } = toRecord(App);
    const pairs = Object.entries(toRecord(searchOrCreates));
    expect(pairs.length).toBeGreaterThan(0);
    for (const [key, pair] of pairs) {
      const { search, create, display, key: own } = toRecord(pair);
      expect(own).toBe(key);
      expect(search).toBe(key);
      expect(Object.keys(toRecord(searches))).toContain(search);
      expect(Object.keys(toRecord(creates))).toContain(create);
      const { label, description } = toRecord(display);
      expect(lowerWords(toText(label) ?? '')).toEqual([]);
      expect(description).toMatch(/^Finds .+\.$/);
      expect(description).not.toMatch(APP_NAME);
    }
  });
});

describe.each(EACH_OPERATION)('%s', (_path, entry) => {
  const { kind, key, noun, label, description, operation, outputFields, sample } = entry;

  test('has a key in snake_case under which it stands in the app', () => {
    expect(key).toMatch(/^[a-z]+(_[a-z\d]+)*$/);
    expect(Object.keys(App[kind])).toContain(key);
  });

  test('has a label in Title Case that ends in no ID', () => {
    expect(label).toMatch(/^.{2,64}$/);
    expect(lowerWords(label)).toEqual([]);
    expect(label).not.toMatch(/ ID$|^ID$/);
    expect(label).not.toMatch(APP_NAME);
  });

  test('has a noun for one record, in Title Case', () => {
    expect(noun).toMatch(/^.{2,64}$/);
    expect(lowerWords(noun)).toEqual([]);
    expect(noun).toMatch(/([^s]|ss|us)$/);
  });

  test('has a description in the style of its kind', () => {
    expect(description).toMatch(/^.{10,1000}$/);
    expect(description).not.toMatch(APP_NAME);
    if (kind === 'triggers') expect(description).toMatch(/^Triggers when [a-z].+\.$/);
    if (kind === 'searches') {
      expect(label).toMatch(/^Find /);
      expect(description).toMatch(/^Finds .+\.$/);
    }
    // The third person: "Creates a ...", "Adds ...".
    if (kind === 'creates') expect(description).toMatch(/^[A-Z][a-z]+s\b.+\.$/);
  });

  test('writes its noun in lower case in its description', () => {
    const isName = /[A-Z].*[A-Z]/.test(noun.replaceAll(/\b[A-Z][a-z]+\b/g, ''));
    const capitalised = new RegExp(`\\s${noun}\\b`).test(description);
    expect(isName || !capitalised).toBe(true);
  });

  test('gives an example with an id', () => {
    const primary = outputFields.filter((field) => field['primary'] === true);
    const keys = primary.length > 0 ? primary.map((field) => String(field['key'])) : ['id'];
    for (const name of keys) {
      expect(sample).toHaveProperty(name);
      expect(String(sample[name])).toMatch(/^[\w+./:-]+$/);
    }
  });

  test('names every value of its example, and holds every value that it names', () => {
    const keys = outputFields.map((field) => String(field['key']));
    expect(keys.filter((name) => valuesAt(sample, name).length === 0)).toEqual([]);
    expect(leafKeys(sample).filter((name) => !keys.includes(name))).toEqual([]);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('labels what it gives so that two values cannot be confused', () => {
    const labels = outputFields.map((field) => String(field['label']));
    expect(labels.filter((text) => lowerWords(text).length > 0 || text.length < 2)).toEqual([]);
    expect(labels.filter((text, index) => labels.indexOf(text) !== index)).toEqual([]);
  });

  test('gives examples of the types that it names, dates in ISO 8601 with a zone', () => {
    const wrong = outputFields.filter((field) =>
      valuesAt(sample, String(field['key'])).some((value) => !fits(field, value)),
    );
    expect(wrong).toEqual([]);
    const texts = JSON.stringify(sample).match(/"\d{4}-\d\d-\d\d[T ][^"\s]*"/g) ?? [];
    expect(texts.filter((text) => !ISO_DATE_WITH_ZONE.test(text.slice(1, -1)))).toEqual([]);
  });

  test('shows nobody who exists in its example', () => {
    const text = JSON.stringify(sample);
    const addresses = text.match(/[\w.+-]+@[\w.-]+/g) ?? [];
    expect(addresses.filter((address) => !/@example\.(com|org|net)$/.test(address))).toEqual([]);
    const numbers = text.match(/\+\d{7,}/g) ?? [];
    expect(numbers.filter((number) => !/^\+1555010\d{4}$/.test(number))).toEqual([]);
  });

  test('has what its kind needs', () => {
    const { type, perform } = operation;
    expect(perform).toBeInstanceOf(Function);
    if (type === 'hook') {
      for (const method of ['performList', 'performSubscribe', 'performUnsubscribe']) {
        expect(operation[method]).toBeInstanceOf(Function);
      }
    }
    if (kind !== 'triggers') expect(entry.staticFields.length).toBeGreaterThan(0);
  });
});

function fits(field: RawRecord, value: unknown): boolean {
  if (field['list'] === true && Array.isArray(value)) {
    return value.every((item: unknown) => fits({ ...field, list: false }, item));
  }
  switch (field['type']) {
    case 'datetime':
      return typeof value === 'string' && ISO_DATE_WITH_ZONE.test(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return typeof value === 'string' && !isRecord(value);
  }
}
