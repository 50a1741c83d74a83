import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { RawRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, run } from '../../support/app.ts';
import { inTimezone } from '../../support/calendars.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';

const find = App.searches.find_available_times;
const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-24T15:00:00Z');

beforeAll(() => {
  stopTime('2026-11-24T15:00:00Z');
});
afterAll(resumeTime);
beforeEach(forgetCache);

const FREE = {
  '2026-11-25': { slots: ['2026-11-25T09:00:00-05:00', '2026-11-25T14:00:00-05:00'] },
  '2026-11-24': { slots: ['2026-11-24T11:00:00-05:00'] },
  traceId: 't1ZbR4xVnL0shT7gK2mW',
};

function free(query: Record<string, string>, answer: RawRecord = FREE) {
  highLevel()
    .get('/calendars/cal1ZbR4xVnL0shT7gK2/free-slots')
    .query({ startDate: NOW, endDate: NOW + 7 * DAY_MS, ...query })
    .reply(200, answer);
}

describe('find_available_times', () => {
  test('finds the next seven days, the earliest first, as HighLevel writes them', async () => {
    inTimezone('America/New_York');
    free({ timezone: 'America/New_York' });
    await expect(
      run(find, { inputData: { calendarId: 'cal1ZbR4xVnL0shT7gK2' } }),
    ).resolves.toMatchObject([
      {
        id: 'cal1ZbR4xVnL0shT7gK2',
        first: '2026-11-24T11:00:00-05:00',
        firstLocal: 'Tuesday, November 24 at 11:00 AM',
        digest: '2026-11-24: 11:00\n2026-11-25: 09:00, 14:00',
        count: 3,
        hasMore: false,
        times: [{ startTime: '2026-11-24T16:00:00.000Z', day: '2026-11-24' }, {}, {}],
      },
    ]);
  });

  test("writes them on the contact's clocks, where the day may be another", async () => {
    free(
      { timezone: 'Asia/Tokyo', userId: 'u1ZbR4xVnL0shT7gK2mW' },
      { '2026-11-26': { slots: ['2026-11-26T04:00:00+09:00'] } },
    );
    const inputData = {
      calendarId: 'cal1ZbR4xVnL0shT7gK2',
      timezone: 'Asia/Tokyo',
      assignedUserId: 'u1ZbR4xVnL0shT7gK2mW',
    };
    await expect(run(find, { inputData })).resolves.toMatchObject([
      { firstLocal: 'Thursday, November 26 at 4:00 AM', digest: '2026-11-26: 04:00' },
    ]);
  });

  test.each([
    [{ weekdays: ['Wednesday'] }, '2026-11-25: 09:00, 14:00'],
    [{ earliest: '11:00' }, '2026-11-24: 11:00\n2026-11-25: 14:00'],
    [{ latest: '11:00' }, '2026-11-25: 09:00'],
    [{ limit: 1 }, '2026-11-24: 11:00'],
  ])('keeps to %j', async (filters, digest) => {
    inTimezone('America/New_York');
    free({ timezone: 'America/New_York' });
    const inputData = { calendarId: 'cal1ZbR4xVnL0shT7gK2', ...filters };
    await expect(run(find, { inputData })).resolves.toMatchObject([{ digest }]);
  });

  test('finds nothing where nothing is free', async () => {
    inTimezone('America/New_York');
    free({ timezone: 'America/New_York' }, { traceId: 't1ZbR4xVnL0shT7gK2mW' });
    await expect(run(find, { inputData: { calendarId: 'cal1ZbR4xVnL0shT7gK2' } })).resolves.toEqual(
      [],
    );
  });

  test.each([
    ['more than 31 days', { from: '2026-11-24', to: '2026-12-30' }, /more than 31 days/],
    ['a period backwards', { to: '2026-11-01' }, /Nothing can match/],
    ['hours backwards', { earliest: '11:00', latest: '09:00' }, /Nothing can match/],
  ])('refuses %s', async (_what, more, sentence) => {
    await expect(
      run(find, { inputData: { calendarId: 'cal1ZbR4xVnL0shT7gK2', ...more } }),
    ).rejects.toThrow(sentence);
  });
});
