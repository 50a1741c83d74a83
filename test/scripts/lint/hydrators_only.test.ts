import { beforeAll, expect, test } from '@jest/globals';

import { messagesOf } from './oxlint.ts';

const IMPORTS = `
import * as hydrators from '../contacts/hydrators.ts';
import { email } from './hydrators.ts';
import * as contacts from '../contacts/contacts.ts';
import { readEmail } from './read.ts';
`;

const ACCEPTED = [
  'z.dehydrate(hydrators.contact, { contactId })',
  'z.dehydrateFile(email, { url })',
  "z['dehydrate'](hydrators['contact'], { contactId })",
  'hydrate(readEmail)',
];

const OTHERS = [
  'z.dehydrate(readEmail, { id })',
  'z.dehydrate(contacts.read, { id })',
  'z.dehydrate(App.triggers.contact_list.operation.perform, { id })',
  'z.dehydrateFile((z, bundle) => read(z, bundle), { id })',
  "z['dehydrate'](readEmail, { id })",
  'const point = (z, hydrators) => z.dehydrate(hydrators.contact, {})',
  'const point = (z, email) => z.dehydrate(email, {})',
  'z.dehydrate()',
];

const WAYS_AROUND = [
  'const { dehydrate } = z',
  'const point = ({ dehydrateFile: point }) => point(email)',
  'const point = z.dehydrate',
  'z.dehydrate.call(z, email)',
  'use(z.dehydrateFile)',
];

const CODES = [...ACCEPTED, ...OTHERS, ...WAYS_AROUND];

/** What the rule says of each piece of code. */
let messages = new Map<string, string[]>();
beforeAll(async () => {
  const found = await messagesOf(
    'hydrators-only',
    CODES.map((code) => `${IMPORTS}\n${code}`),
  );
  messages = new Map(CODES.map((code, index) => [code, found[index] ?? []]));
});

const messagesFor = (codes: readonly string[]) => codes.map((code) => [code, messages.get(code)]);

test('accepts what a hydrators.ts exports', () => {
  expect(messagesFor(ACCEPTED)).toEqual(ACCEPTED.map((code) => [code, []]));
});

test('refuses other functions', () => {
  const refusal = expect.stringMatching(/takes a function imported from/);
  expect(messagesFor(OTHERS)).toEqual(OTHERS.map((code) => [code, [refusal]]));
});

test('refuses ways around it', () => {
  const refusal = expect.stringMatching(/^Call z\.dehydrate(File)? directly/);
  expect(messagesFor(WAYS_AROUND)).toEqual(WAYS_AROUND.map((code) => [code, [refusal]]));
});
