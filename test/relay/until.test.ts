import { expect, test } from '@jest/globals';

import { until } from './support/until.ts';

test('gives what it found, when it is there', async () => {
  const answers = [undefined, false, 7];
  expect(await until('seven', () => answers.shift())).toBe(7);
});

test.each([
  ['what does not come true', () => false],
  ['a look that hangs', () => new Promise<boolean>(() => undefined)],
])('%s ends with a sentence that says what was missing', async (_what, look) => {
  await expect(until('the tenth event', look, 20)).rejects.toThrow(
    'Not within 0.02 s: the tenth event',
  );
});

test('what a look throws is thrown', async () => {
  const look = () => Promise.reject(new Error('The relay is gone.'));
  await expect(until('anything', look)).rejects.toThrow('The relay is gone.');
});
