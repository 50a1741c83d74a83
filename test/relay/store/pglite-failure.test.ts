import { describe, expect, test } from '@jest/globals';

import { failureOf } from '../../../relay/store/pglite-failure.ts';

describe('what PGlite throws', () => {
  test('an error of PostgreSQL keeps its message and code', () => {
    const error = Object.assign(new Error('the disk is full'), { code: '53100' });
    expect(failureOf(error)).toEqual({ message: 'the disk is full', code: '53100' });
  });

  test.each([
    [51, 'no space left on device'],
    [69, 'the file system is read-only'],
    [8, 'WASI error 8'],
  ])('a failure of its file system, %d, is told: %s', (errno, reason) => {
    // As Emscripten throws it: an object of its own, without a message.
    expect(failureOf({ name: 'ErrnoError', errno })).toEqual({
      message: `A file of PGlite could not be used: ${reason}`,
      code: undefined,
    });
  });

  test.each([
    ['text', '"text"'],
    [undefined, 'undefined'],
    [{ odd: 1 }, '{"odd":1}'],
  ])('anything else is told as it is: %j', (thrown, text) => {
    expect(failureOf(thrown).message).toBe(`PGlite failed: ${text}`);
  });
});
