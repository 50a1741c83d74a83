import { describe, expect, test } from '@jest/globals';

import { checkDefinition } from '../scripts/check/check-definition.ts';
import { formsOf } from '../scripts/check/forms.ts';
import {
  readFields,
  readIntegration,
  type Field,
  type Form,
  type Operation as CheckedOperation,
} from '../scripts/check/integration.ts';
import { titleCase, withoutParentheses } from '../scripts/check/text.ts';
import { definitionOf, validationErrorsOf } from '../scripts/lib/definition.ts';
import { toList, toRecord, type RawRecord } from '../resources/values.ts';
import { App } from './support/app.ts';
import { EACH_OPERATION, OPERATIONS } from './support/operations.ts';

test("Zapier's schema finds nothing wrong with the app", async () => {
  expect(await validationErrorsOf(App)).toEqual([]);
});

// `npm run check` asks the packaged app; this is quicker, and needs no package.
test("Zapier's checks find nothing in the definition, whatever is chosen in a form", async () => {
  const definition = toRecord(await definitionOf(App));
  const forms = new Map<string, Form[]>();
  for (const operation of readIntegration(definition).operations) {
    const fields = (inputData: RawRecord) => Promise.resolve(shownFields(operation, inputData));
    forms.set(
      operation.path,
      await formsOf(operation, { fields, choices: () => Promise.resolve(['id-1']) }),
    );
  }
  expect(checkDefinition(definition, forms).outcome.violations).toEqual([]);
});

/** The fields for what is filled in, without those that only an account can tell. */
function shownFields({ path, staticFields }: CheckedOperation, inputData: RawRecord): Field[] {
  const entry = OPERATIONS.find(({ kind, key }) => `${kind}.${key}` === path);
  const declared = toList(entry?.operation['inputFields']);
  return declared.flatMap((field) => {
    if (typeof field !== 'function') {
      return staticFields.filter(({ key }) => key === toRecord(field)['key']);
    }
    const make = entry?.fieldFunctions.find((one) => one === field);
    if (!make || !('declared' in make)) return [];
    // Fields by choice read nothing but the inputs.
    const made: unknown = JSON.parse(JSON.stringify(make(undefined, { inputData })));
    return readFields(made);
  });
}

describe('The app', () => {
  test('keeps operations of one kind under different keys and labels', () => {
    for (const kind of ['triggers', 'searches', 'creates']) {
      const labels = OPERATIONS.filter((entry) => entry.kind === kind).map(({ label }) => label);
      expect(labels).toEqual([...new Set(labels)]);
    }
  });
});

describe.each(EACH_OPERATION)('%s', (_path, entry) => {
  const { kind, key, outputFields, sample } = entry;

  test('has a key in snake_case under which it stands in the app', () => {
    expect(key).toMatch(/^[a-z]+(_[a-z\d]+)*$/);
    expect(Object.keys(App[kind])).toContain(key);
  });

  test('labels what it returns in title case, so that two values cannot be confused', () => {
    const labels = outputFields.map(({ label }) => withoutParentheses(String(label)));
    expect(labels.filter((label) => titleCase(label) !== label)).toEqual([]);
    for (const name of ['key', 'label']) {
      const texts = outputFields.map((field) => String(field[name]));
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    }
  });

  test('shows nobody who exists in its example', () => {
    const text = JSON.stringify(sample);
    const addresses = text.match(/[\w.+-]+@[\w.-]+/g) ?? [];
    expect(addresses.filter((address) => !/@example\.(com|org|net)$/.test(address))).toEqual([]);
    const numbers = text.match(/\+\d{7,}/g) ?? [];
    expect(numbers.filter((number) => !/^\+1555010\d{4}$/.test(number))).toEqual([]);
  });
});
