import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { readDate, readDay } from '../../../lib/inputs/dates.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';

const NEW_YORK = 'America/New_York';
const BERLIN = 'Europe/Berlin';

/** What Zapier's date field and other steps hand over, and the moment each means. */
const READABLE: [string, string | null | undefined, string][] = [
  // With a zone, the Zap's own does not matter.
  ['2026-11-24T09:00:00-05:00', BERLIN, '2026-11-24T14:00:00.000Z'],
  ['2026-11-24T09:00:00Z', NEW_YORK, '2026-11-24T09:00:00.000Z'],
  ['2026-11-24T09:00:00.250+0100', NEW_YORK, '2026-11-24T08:00:00.250Z'],
  ['2026-11-24 09:00 UTC', NEW_YORK, '2026-11-24T09:00:00.000Z'],
  ['2026-11-24 09:00 PST', NEW_YORK, '2026-11-24T17:00:00.000Z'],
  ['Tue, 24 Nov 2026 09:00:00 GMT', NEW_YORK, '2026-11-24T09:00:00.000Z'],
  ['Tue Nov 24 2026 09:00:00 GMT+0100 (CET)', NEW_YORK, '2026-11-24T08:00:00.000Z'],
  // Without one, it is the person's wall clock.
  ['2026-11-24T09:00:00', NEW_YORK, '2026-11-24T14:00:00.000Z'],
  ['2026-11-24 09:00', BERLIN, '2026-11-24T08:00:00.000Z'],
  ['11/24/2026 9:00 AM', NEW_YORK, '2026-11-24T14:00:00.000Z'],
  ['Nov 24, 2026 9:00 pm', NEW_YORK, '2026-11-25T02:00:00.000Z'],
  ['  2026-11-24 09:00  ', 'UTC', '2026-11-24T09:00:00.000Z'],
  ['2026-11-24', NEW_YORK, '2026-11-24T05:00:00.000Z'],
  ['2026-11-24', 'Asia/Kolkata', '2026-11-23T18:30:00.000Z'],
  ['November 24, 2026', BERLIN, '2026-11-23T23:00:00.000Z'],
  ['2026-11-24 09:00', null, '2026-11-24T09:00:00.000Z'],
  ['2026-11-24 09:00', undefined, '2026-11-24T09:00:00.000Z'],
  ['2026-11-24 09:00', '', '2026-11-24T09:00:00.000Z'],
  // Around the changes of the clocks.
  ['2026-03-08 01:59', NEW_YORK, '2026-03-08T06:59:00.000Z'],
  ['2026-03-08 03:00', NEW_YORK, '2026-03-08T07:00:00.000Z'],
  ['2026-11-01 00:59', NEW_YORK, '2026-11-01T04:59:00.000Z'],
  ['2026-11-01 02:00', NEW_YORK, '2026-11-01T07:00:00.000Z'],
  // Clocks skip this half hour past two, and show the next two times twice.
  ['2026-03-08 02:30', NEW_YORK, '2026-03-08T07:30:00.000Z'],
  ['2026-03-29 02:30', BERLIN, '2026-03-29T01:30:00.000Z'],
  ['2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
  ['2026-11-01 01:30', NEW_YORK, '2026-11-01T05:30:00.000Z'],
  ['2026-10-25 02:30', BERLIN, '2026-10-25T00:30:00.000Z'],
  ['2026-03-29 01:30', BERLIN, '2026-03-29T00:30:00.000Z'],
  ['2026-03-29 03:30', BERLIN, '2026-03-29T01:30:00.000Z'],
  ['2026-10-25 03:00', BERLIN, '2026-10-25T02:00:00.000Z'],
  ['2026-07-01 12:00', 'Australia/Lord_Howe', '2026-07-01T01:30:00.000Z'],
  // What the sign between the numbers says where both could be the month; else the one that can.
  ['3/5/2027 9:00', NEW_YORK, '2027-03-05T14:00:00.000Z'],
  ['3/5/2027, 9am', NEW_YORK, '2027-03-05T14:00:00.000Z'],
  ['5.3.2027 09:00', BERLIN, '2027-03-05T08:00:00.000Z'],
  ['24/11/2026 09:00', NEW_YORK, '2026-11-24T14:00:00.000Z'],
  ['24-11-2026 09:00', NEW_YORK, '2026-11-24T14:00:00.000Z'],
  ['2026/11/24 09:00', NEW_YORK, '2026-11-24T14:00:00.000Z'],
  // In words.
  ['24 November 2026', NEW_YORK, '2026-11-24T05:00:00.000Z'],
  ['24. Nov. 2026 14:30', NEW_YORK, '2026-11-24T19:30:00.000Z'],
  ['November 24th, 2026 at 9am', NEW_YORK, '2026-11-24T14:00:00.000Z'],
  ['Tuesday, November 24, 2026 12:15 a.m.', NEW_YORK, '2026-11-24T05:15:00.000Z'],
  ['24-Nov-2026', NEW_YORK, '2026-11-24T05:00:00.000Z'],
  // Zones of other programs.
  ['2026-11-24T09:00+01:00[Europe/Berlin]', NEW_YORK, '2026-11-24T08:00:00.000Z'],
  ['2026-11-24 09:00 Europe/Berlin', NEW_YORK, '2026-11-24T08:00:00.000Z'],
  ['20261124T090000Z', NEW_YORK, '2026-11-24T09:00:00.000Z'],
  ['2026-11-24 09:00:00 UTC+2', NEW_YORK, '2026-11-24T07:00:00.000Z'],
  ['2026-11-24T09:00:00.123456789Z', NEW_YORK, '2026-11-24T09:00:00.123Z'],
  // What nobody sees.
  ['\u200b2026-11-24\u00a009:00', 'UTC', '2026-11-24T09:00:00.000Z'],
  // Since 1970.
  ['1795514520', NEW_YORK, '2026-11-24T10:02:00.000Z'],
  ['1795514520000', NEW_YORK, '2026-11-24T10:02:00.000Z'],
];

test.each(READABLE)('"%s" in %s is %s', (value, timezone, expected) => {
  expect(readDate(value, 'Send At', timezone).toISOString()).toBe(expected);
});

describe('A day that is named from now', () => {
  // Late on November 23 in New York, and already the 24th in Berlin.
  beforeEach(() => {
    stopTime('2026-11-24T03:00:00Z');
  });
  afterEach(() => {
    resumeTime();
  });

  test.each([
    ['tomorrow at 9am', NEW_YORK, '2026-11-24T14:00:00.000Z'],
    ['Tomorrow 9:30 AM', BERLIN, '2026-11-25T08:30:00.000Z'],
    ['tomorrow at noon', NEW_YORK, '2026-11-24T17:00:00.000Z'],
    ['tomorrow', NEW_YORK, '2026-11-24T05:00:00.000Z'],
    ['today at 17:00', NEW_YORK, '2026-11-23T22:00:00.000Z'],
    ['yesterday', 'UTC', '2026-11-23T00:00:00.000Z'],
    ['today midnight', undefined, '2026-11-24T00:00:00.000Z'],
  ])('"%s" in %s is %s', (value, timezone, expected) => {
    expect(readDate(value, 'Send At', timezone).toISOString()).toBe(expected);
  });
});

describe('A wall time that the clocks', () => {
  test('skip is read as close by, not as another day', () => {
    const moment = readDate('2026-03-08 02:30', 'Send At', NEW_YORK).getTime();
    const change = Date.parse('2026-03-08T07:00:00Z');
    expect(Math.abs(moment - change)).toBeLessThanOrEqual(3_600_000);
  });

  test('show twice is read as one of the two', () => {
    const moment = readDate('2026-11-01 01:30', 'Send At', NEW_YORK).toISOString();
    expect(['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z']).toContain(moment);
  });
});

test.each([
  ['soon'],
  ['tomorrow at ten'],
  ['tomorrows'],
  ['the day after tomorrow'],
  ['10:00 Uhr'],
  // Days and times that do not exist.
  ['2026-13-45'],
  ['2026-02-30'],
  ['2027-02-29 09:00'],
  ['31.4.2027'],
  ['2026-11-24 24:00'],
  ['2026-11-24 13:00 pm'],
  ['2026-11-24 09:60'],
  ['2026-11-24T09:00:00+25:00'],
  ['Mon, 24 Nov 2026 09:00:00 GMT'],
  // What can be read in two ways.
  ['05-06-2027'],
  ['3/5/27'],
  ['2026-11-24 09:00 CET'],
  ['2026-11-24 9'],
  // Bare numbers.
  ['2026'],
  ['20261124'],
  ['99999999999999999999'],
  ['45000'],
  ['-1'],
  ['2026-11-24\n09:00'],
])('%j is refused in words that name the field', (value) => {
  expect(() => readDate(value, 'Send At', NEW_YORK)).toThrow(
    /\\"Send At\\" is not a date that can be read: .* Use a date and time such as/,
  );
});

describe('A day', () => {
  test.each([
    ['1990-05-17', 'Asia/Tokyo', '1990-05-17'],
    ['2026-11-24T23:30:00-08:00', 'UTC', '2026-11-24'],
    ['2026-11-24T00:00:00+09:00', 'America/New_York', '2026-11-24'],
    ['Tue, 24 Nov 2026 23:00:00 -0800', 'UTC', '2026-11-24'],
    ['24.11.2026', 'America/New_York', '2026-11-24'],
    [' 2026-11-24 09:00 ', null, '2026-11-24'],
    ['Nov 24, 2026', 'Asia/Tokyo', '2026-11-24'],
    ['1795488000', 'America/New_York', '2026-11-23'],
  ])('is the one that is written: %s in %s is %s', (value, timezone, day) => {
    expect(readDay(value, 'Date of Birth', timezone)).toBe(day);
  });

  test.each(['soon', '2026-13-45', '1990', '5/17/90'])('is not read of %s', (value) => {
    expect(() => readDay(value, 'Date of Birth', 'UTC')).toThrow(
      /"Date of Birth\\" is not a date that can be read: .* Use a day such as 1990-12-31/,
    );
  });
});
