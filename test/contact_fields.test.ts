import { describe, expect, test } from '@jest/globals';
import type { PlainInputField } from 'zapier-platform-core';

import { finderOf } from '../lib/inputs/finders.ts';
import type { RawRecord } from '../resources/values.ts';
import { LOCATION_ID } from './support/app.ts';
import { useRelay } from './support/hook.ts';
import { canonical } from './support/odd_inputs.ts';
import { EACH_VISIBLE, type Operation } from './support/operations.ts';
import { record } from './support/recorded_step.ts';

/** Every field that names a contact takes what people have in hand: an ID, an email, a number. */

useRelay();

/** The static fields of an operation, which Zapier's schema has checked. */
const fieldsOf = ({ staticFields }: Operation) => staticFields as unknown as PlainInputField[];

const EACH_FIELD = EACH_VISIBLE.flatMap(([path, entry]) =>
  fieldsOf(entry)
    .filter(({ resource }) => resource === 'contact')
    .map((field): [string, Operation, PlainInputField] => [`${path}.${field.key}`, entry, field]),
);

const TWO = [
  { id: 'con1ZbR4xVnL0shT7gK2', name: 'Anna Example', email: 'anna@example.com' },
  { id: 'con2ZbR4xVnL0shT7gK2', name: 'Anton Example', email: 'anna@example.com' },
];

function run(entry: Operation, field: PlainInputField, value: unknown, contacts?: RawRecord[]) {
  const { perform, performList } = entry.operation;
  const others = fieldsOf(entry)
    .filter(({ key, required }) => required === true && key !== field.key)
    .map((one): [string, unknown] => [one.key, canonical(one)]);
  const inputs: RawRecord = { ...Object.fromEntries(others), [field.key]: value };
  return record(performList ?? perform, inputs, { contacts });
}

test('there are many of them', () => {
  expect(EACH_FIELD.length).toBeGreaterThan(20);
});

describe.each(EACH_FIELD)('%s', (_path, entry, field) => {
  const label = field.label ?? '';

  test('says what it takes', () => {
    expect(field.helpText).toMatch(/\bIDs?, email address(es)? or phone numbers?\b/);
  });

  test('can find a contact', () => {
    expect(finderOf(field)).toBeDefined();
  });

  test('says what it needs in place of a name, before any request', async () => {
    const { error, requests } = await run(entry, field, 'Anna Example');

    expect(error).toBe(
      `"${label}" needs a contact's ID, email address or phone number, and is "Anna Example". Add a Find Contact step and map its Contact ID.`,
    );
    expect(requests).toEqual([]);
  });

  test('names both contacts that share an email address', async () => {
    const { error } = await run(entry, field, 'anna@example.com', TWO);

    expect(error).toBe(
      `"${label}" cannot be "anna@example.com": Anna Example and Anton Example share it. Choose the contact from the list, or map its Contact ID.`,
    );
  });

  test('takes a whole phone number only, and not the last digits of one', async () => {
    const { error, requests } = await run(entry, field, '010-0199', TWO);

    expect(error).toContain(`"${label}" must be a phone number with its country code`);
    expect(requests.filter(({ url }) => url !== `/locations/${LOCATION_ID}`)).toEqual([]);
  });

  test('says that nobody has a phone number', async () => {
    const { error } = await run(entry, field, '+1 555 010 0199', []);

    expect(error).toBe(
      `"${label}": no contact in this sub-account has "+1 555 010 0199". Check it, or add a Create or Update Contact step before this one.`,
    );
  });
});
