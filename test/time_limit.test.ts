import { expect, test } from '@jest/globals';

import { limited } from './support/light-lane/limited.ts';

test('a test that hangs is ended, and named', async () => {
  const hung = limited(() => new Promise(() => undefined), 'waits for nothing', 60);
  await expect(hung()).rejects.toThrow('Not ended within 0.001 minutes: waits for nothing');
});

test('what a test returns or throws within the limit is its outcome', async () => {
  await expect(limited(() => 'done', 'ends')()).resolves.toBe('done');
  const fails = limited(() => Promise.reject(new Error('Not as expected.')), 'fails');
  await expect(fails()).rejects.toThrow('Not as expected.');
});
