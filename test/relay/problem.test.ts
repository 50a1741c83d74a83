import { connect } from 'node:net';

import { expect, test } from '@jest/globals';

import { messageOf } from '../../relay/problem.ts';

test.each([
  [new Error('It failed.'), 'It failed.'],
  [{ message: 'A copy of an error.', queue: 'delivery' }, 'A copy of an error.'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
  [null, 'null'],
  [{ state: 7 }, '{"state":7}'],
])('%p is told as %p', (thrown, text) => {
  expect(messageOf(thrown)).toBe(text);
});

test('a connection that every address refuses is told by its code', async () => {
  const error = await new Promise((resolve) => {
    const lookup = (
      _host: string,
      _options: unknown,
      done: (error: null, addresses: { address: string; family: number }[]) => void,
    ): void => {
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '127.0.0.2', family: 4 },
      ]);
    };
    connect({ host: 'two-addresses', port: 1, lookup }).once('error', resolve);
  });
  expect(error).toMatchObject({ message: '', code: 'ECONNREFUSED' });
  expect(messageOf(error)).toBe('ECONNREFUSED');
});
