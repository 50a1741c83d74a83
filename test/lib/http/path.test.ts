import { expect, test } from '@jest/globals';

import { path } from '../../../lib/http/path.ts';

test.each([
  ['con1ZbR4xVnL0shT7gK2', '/contacts/con1ZbR4xVnL0shT7gK2/tags'],
  ['a/b', '/contacts/a%2Fb/tags'],
  ['../c1', '/contacts/..%2Fc1/tags'],
  ['%2e%2e', '/contacts/%252e%252e/tags'],
  ['a?b#c', '/contacts/a%3Fb%23c/tags'],
  ['+1 555', '/contacts/%2B1%20555/tags'],
  ['...', '/contacts/.../tags'],
])('"%s" is one segment', (id, expected) => {
  expect(path`/contacts/${id}/tags`).toBe(expected);
  expect(new URL(expected, 'https://example.com').pathname.split('/')).toHaveLength(4);
});

test.each([[''], ['.'], ['..'], ['\ud83d']])('%j is refused in a sentence', (id) => {
  expect(() => path`/contacts/${id}/tags`).toThrow(
    /A record of this step has no valid ID, so nothing was sent\./,
  );
});

test('a path without values stays as it is', () => {
  expect(path`/users/`).toBe('/users/');
});
