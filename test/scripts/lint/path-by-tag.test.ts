import { expect, test } from '@jest/globals';

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

/** What the rule says of each piece of code. */
const findings = (codes: readonly string[]) => messagesOf('path-by-tag', codes);

test('finds paths that are made of values by a template, a sum or their own encoding', async () => {
  const [what, codes] = [FOUND.map(([name]) => name), FOUND.map(([, code]) => code)];
  const each = what.map(() => ['Make this path with the tag `path` of lib/http/path.ts.']);
  expect(await findings(codes)).toEqual(each);
});

test('leaves the tag, plain paths and other texts alone', async () => {
  expect(await findings(LEFT.map(([, code]) => code))).toEqual(LEFT.map(() => []));
});
