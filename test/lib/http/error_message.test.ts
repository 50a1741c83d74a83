import { expect, test } from '@jest/globals';
import { errors } from 'zapier-platform-core';

import { halted } from '../../../lib/http/errors.ts';
import { errorMessage } from '../../../lib/http/error_message.ts';

test.each([
  ['an error with a code', new errors.Error('It broke.', 'broken', 400), 'It broke.'],
  ['a wait', new errors.ThrottledError('Too fast.', 60), 'Too fast.'],
  ['a stop', halted('Nothing to do.'), 'Nothing to do.'],
  ['any other error', new Error('Plain.'), 'Plain.'],
  ['an error that only starts like JSON', new Error('{a} is odd.'), '{a} is odd.'],
  ['no error', 'words', 'words'],
])('gives the words of %s', (_kind, error, words) => {
  expect(errorMessage(error)).toBe(words);
});
