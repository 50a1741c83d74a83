import { beforeAll, expect, test } from '@jest/globals';

import { messagesOf } from './oxlint.ts';

const FOUND: [string, string][] = [
  ['a template', 'send(z, { url: `/contacts/${id}` });'],
  ['a template after a value', 'send(z, { url: `${contact}/tags` });'],
  ['a sum', "send(z, { url: '/contacts/' + id });"],
  ['a sum after a value', "send(z, { url: contact + '/tags' });"],
  ['its own encoding', 'send(z, { url: `${encodeURIComponent(id)}` });'],
];

const LEFT: [string, string][] = [
  ['the tag', 'send(z, { url: path`/contacts/${id}/tags` });'],
  ['a path without values', "send(z, { url: '/contacts/' });"],
  ['a sentence', 'throw new Error(`${name} and/or ${other}`);'],
  ['a sum of texts', "const text = first + ' and ' + second;"],
];

/** What the rule says of each piece of code, by its name. */
let messages = new Map<string, string[]>();
beforeAll(async () => {
  const codes = [...FOUND, ...LEFT];
  const found = await messagesOf(
    'path-by-tag',
    codes.map(([, code]) => code),
  );
  messages = new Map(codes.map(([name], index) => [name, found[index] ?? []]));
});

const messagesFor = (codes: readonly [string, string][]) =>
  codes.map(([name]) => [name, messages.get(name)]);

test('finds paths that are made of values by a template, a sum or their own encoding', () => {
  const message = 'Make this path with the tag `path` of lib/http/path.ts.';
  expect(messagesFor(FOUND)).toEqual(FOUND.map(([name]) => [name, [message]]));
});

test('leaves the tag, plain paths and other texts alone', () => {
  expect(messagesFor(LEFT)).toEqual(LEFT.map(([name]) => [name, []]));
});
