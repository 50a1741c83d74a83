import { describe, expect, test } from '@jest/globals';

import { readDay } from '../../../lib/inputs/days.ts';

describe('readDay', () => {
  test.each([
    ['1990-05-17', 'Asia/Tokyo', '1990-05-17'],
    ['2026-11-24T23:30:00-08:00', 'UTC', '2026-11-24'],
    ['2026-11-24T00:00:00+09:00', 'America/New_York', '2026-11-24'],
    [' 2026-11-24 09:00 ', null, '2026-11-24'],
    ['Nov 24, 2026', 'Asia/Tokyo', '2026-11-24'],
    ['1795488000', 'America/New_York', '2026-11-23'],
  ])('%s in %s is %s', (value, timezone, day) => {
    expect(readDay(value, 'Date of Birth', timezone)).toBe(day);
  });

  test.each(['soon', '2026-13-45'])('refuses %s', (value) => {
    expect(() => readDay(value, 'Date of Birth', 'UTC')).toThrow(/"Date of Birth\\" is not a date/);
  });
});
