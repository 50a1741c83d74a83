import { beforeEach, describe, expect, test } from '@jest/globals';

import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { inTimezone } from '../../support/calendars.ts';

const block = App.creates.block_off_time;
const TIMES = { startTime: '2026-11-24T17:00:00Z', endTime: '2026-11-24T18:00:00Z' };

beforeEach(forgetCache);

describe('block_off_time', () => {
  test.each([{ calendarId: 'cal1ZbR4xVnL0shT7gK2' }, { assignedUserId: 'u1ZbR4xVnL0shT7gK2mW' }])(
    'blocks for %j',
    async (owner) => {
      inTimezone('America/New_York');
      const body = {
        locationId: LOCATION_ID,
        ...owner,
        title: 'Lunch',
        startTime: '2026-11-24T12:00:00-05:00',
        endTime: '2026-11-24T13:00:00-05:00',
      };
      highLevel()
        .post('/calendars/events/block-slots', body)
        .reply(201, { id: 'b1ZbR4xVnL0shT7gK2mW', ...body });
      await expect(
        run(block, { inputData: { ...TIMES, ...owner, title: 'Lunch' } }),
      ).resolves.toMatchObject({
        id: 'b1ZbR4xVnL0shT7gK2mW',
        startTime: '2026-11-24T17:00:00.000Z',
      });
    },
  );

  test.each([
    ['neither', {}, /Fill in .*Calendar.* or .*User/],
    [
      'both',
      { calendarId: 'cal1ZbR4xVnL0shT7gK2', assignedUserId: 'u1ZbR4xVnL0shT7gK2mW' },
      /Fill in only one of .*Calendar/,
    ],
  ])('refuses %s', async (_what, owner, sentence) => {
    await expect(run(block, { inputData: { ...TIMES, ...owner } })).rejects.toThrow(sentence);
  });

  test.each([TIMES.startTime, '2026-11-24T17:00:00.900Z'])(
    'refuses the end %s',
    async (endTime) => {
      inTimezone('America/New_York');
      const inputData = { ...TIMES, endTime, calendarId: 'cal1ZbR4xVnL0shT7gK2' };
      await expect(run(block, { inputData })).rejects.toThrow(/must be later than/);
    },
  );
});
