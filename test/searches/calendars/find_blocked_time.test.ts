import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { RawRecord } from '../../../resources/values.ts';
import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';

const find = App.searches.find_blocked_time;
const CALENDAR = 'cAl4Rt7YuI9oPqW2eZxN';
const USER = 'uS3rPq8LmN2vXc7ZtYwE';
const GROUP = 'gRp5Ty8UiO2pAsD4fGhJ';

beforeAll(() => {
  stopTime('2026-11-20T12:00:00Z');
});
afterAll(resumeTime);

const LUNCH = {
  id: 'bLk2Tm5QwE8rTyU1iOpA',
  title: 'Lunch',
  startTime: '2026-11-25T12:00:00-05:00',
  endTime: '2026-11-25T13:00:00-05:00',
  assignedUserId: USER,
};
const HOLIDAY = { ...LUNCH, id: 'bLk7Hy3ZxC9vBnM5kLqW', title: 'Holiday', startTime: '2026-11-24' };

function blocked(owner: RawRecord, [from, until]: [string, string]): void {
  const [startTime, endTime] = [Date.parse(from), Date.parse(until) - 1].map(String);
  highLevel()
    .get('/calendars/blocked-slots')
    .query({ locationId: LOCATION_ID, ...owner, startTime, endTime })
    .reply(200, { events: [LUNCH, HOLIDAY] });
}

const MONTH: [string, string] = ['2026-11-20T12:00:00Z', '2026-12-20T12:00:00Z'];

describe('find_blocked_time', () => {
  test.each<[RawRecord, RawRecord]>([
    [{ calendarId: CALENDAR }, { calendarId: CALENDAR }],
    [{ assignedUserId: USER }, { userId: USER }],
    [{ groupId: GROUP }, { groupId: GROUP }],
  ])('finds those of %j in the next 30 days, the earliest first', async (inputData, owner) => {
    blocked(owner, MONTH);
    expect(await run(find, { inputData })).toMatchObject([
      { title: 'Holiday' },
      { title: 'Lunch', startTime: '2026-11-25T17:00:00.000Z', locationId: LOCATION_ID },
    ]);
  });

  test('finds those of a period, by part of their title', async () => {
    const [from, to] = ['2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z'];
    blocked({ calendarId: CALENDAR }, [from, to]);
    const inputData = { calendarId: CALENDAR, from, to, title: 'lunch' };
    expect(await run(find, { inputData })).toMatchObject([{ id: LUNCH.id }]);
  });

  test.each<[string, RawRecord, RegExp]>([
    ['no owner', {}, /Fill in .*Calendar/],
    ['two owners', { calendarId: CALENDAR, assignedUserId: USER }, /Fill in only one of/],
    [
      'an end before its start',
      { calendarId: CALENDAR, from: '2026-11-26T00:00:00Z', to: '2026-11-25T00:00:00Z' },
      /Nothing can match/,
    ],
  ])('refuses %s', async (_what, inputData, sentence) => {
    await expect(run(find, { inputData })).rejects.toThrow(sentence);
  });
});
