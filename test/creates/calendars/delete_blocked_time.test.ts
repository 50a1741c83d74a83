import { beforeEach, describe, expect, test } from '@jest/globals';

import { toRecord, type RawRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, run, runMethod } from '../../support/app.ts';
import { inTimezone } from '../../support/calendars.ts';
import { choicesOf } from '../../support/fields.ts';

const remove = App.creates.delete_blocked_time;
const ID = 'bLk2Tm5QwE8rTyU1iOpA';
const CALENDAR = 'cAl4Rt7YuI9oPqW2eZxN';
const USER = 'uS3rPq8LmN2vXc7ZtYwE';

beforeEach(forgetCache);

describe('delete_blocked_time', () => {
  test('deletes with the empty body that HighLevel asks for', async () => {
    highLevel().delete(`/calendars/events/${ID}`, {}).reply(201, { succeeded: true });
    await expect(run(remove, { inputData: { blockedTimeId: ID } })).resolves.toEqual({
      id: ID,
      deleted: true,
    });
  });

  test('offers the times of calendars and users, the earliest first', async () => {
    inTimezone('America/New_York');
    const calendars = [{ id: CALENDAR, name: 'Consultation' }];
    highLevel().get('/calendars/').query(true).reply(200, { calendars });
    const users = [{ id: USER, name: 'Sam Agent' }];
    highLevel().get('/users/').query(true).reply(200, { users });
    const blocked = (owner: RawRecord, block: RawRecord) =>
      highLevel()
        .get('/calendars/blocked-slots')
        .query((query) => Object.entries(owner).every(([key, value]) => query[key] === value))
        .reply(200, { events: [block] });
    const OTHER = 'bLk7Hy3ZxC9vBnM5kLqW';
    blocked(
      { calendarId: CALENDAR },
      { id: ID, title: 'Holiday', startTime: '2026-11-25T00:00:00-05:00' },
    );
    blocked(
      { userId: USER },
      { id: OTHER, title: 'Lunch', startTime: '2026-11-24T12:00:00-05:00' },
    );
    const offered = await runMethod(choicesOf(remove, 'blockedTimeId'));
    expect(toRecord(offered)['results']).toEqual([
      { id: OTHER, label: 'Tuesday, November 24 at 12:00 PM, Lunch, Sam Agent' },
      { id: ID, label: 'Wednesday, November 25 at 12:00 AM, Holiday, Consultation' },
    ]);
  });
});
