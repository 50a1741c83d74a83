import { expect, test } from '@jest/globals';

import { localTime } from '../../../lib/inputs/local_time.ts';

test.each([
  ['America/New_York', '2026-11-20 05:02'],
  ['Asia/Kolkata', '2026-11-20 15:32'],
  ['UTC', '2026-11-20 10:02'],
  [null, '2026-11-20 10:02'],
])('writes a moment on the clocks of %s', (timezone, written) => {
  expect(localTime('2026-11-20T10:02:30.000Z', timezone)).toBe(written);
});

test('writes midnight as 00, not as 24', () => {
  expect(localTime('2026-11-20T00:05:00.000Z', 'UTC')).toBe('2026-11-20 00:05');
});
