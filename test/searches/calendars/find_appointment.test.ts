import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { RawRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, run } from '../../support/app.ts';
import { APPOINTMENT, hasAppointment, inTimezone } from '../../support/calendars.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';

const find = App.searches.find_appointment;

beforeAll(() => {
  stopTime('2026-11-24T14:30:00Z');
});
afterAll(resumeTime);
beforeEach(forgetCache);

/** A contact's appointments have times without an offset: by the clocks of the sub-account. */
const ROWS: RawRecord[] = [
  { id: 'later', startTime: '2026-11-26 10:00:00', dateAdded: '2026-11-01 10:00:00' },
  { id: 'sooner', startTime: '2026-11-24 09:31:00', dateAdded: '2026-11-02 10:00:00' },
  { id: 'canceled', startTime: '2026-11-24 12:00:00', appointmentStatus: 'cancelled' },
  { id: 'begun', startTime: '2026-11-24 09:29:00', dateAdded: '2026-11-03 10:00:00' },
  {
    id: 'old',
    startTime: '2026-07-01 10:00:00',
    dateAdded: '2026-06-01 10:00:00',
    calendarId: 'cal9ZbR4xVnL0shT7gK2',
  },
  { id: 'deleted', startTime: '2026-11-24 10:00:00', deleted: true },
].map((row) => ({ ...APPOINTMENT, dateAdded: '2026-05-01 10:00:00', ...row }));

function ofContact() {
  highLevel().get('/contacts/k1ZbR4xVnL0shT7gK2mW/appointments').reply(200, { events: ROWS });
  inTimezone('America/New_York');
}

async function ids(inputData: RawRecord): Promise<unknown[]> {
  const found = await run(find, { inputData });
  // A search that finds records returns a list of them.
  return (found as RawRecord[]).map(({ id }) => id);
}

describe('find_appointment', () => {
  test.each([
    ['the next by default', {}, ['sooner', 'later']],
    ['the next', { which: 'next' }, ['sooner', 'later']],
    ['the last', { which: 'last' }, ['begun', 'old']],
    ['the newest', { which: 'newest' }, ['begun', 'sooner', 'later', 'old', 'canceled']],
    ['canceled ones when asked', { statuses: ['Canceled'] }, ['canceled']],
    ['those of a calendar', { which: 'last', calendarId: 'cal9ZbR4xVnL0shT7gK2' }, ['old']],
  ])('finds %s', async (_what, more, expected) => {
    ofContact();
    expect(await ids({ contactId: 'k1ZbR4xVnL0shT7gK2mW', ...more })).toEqual(expected);
  });

  test('reads local times in summer and in winter', async () => {
    ofContact();
    const found = await run(find, {
      inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', which: 'last' },
    });
    expect(found).toMatchObject([
      { startTime: '2026-11-24T14:29:00.000Z', localStart: 'Tuesday, November 24 at 9:29 AM' },
      { startTime: '2026-07-01T14:00:00.000Z', localStart: 'Wednesday, July 1 at 10:00 AM' },
    ]);
  });

  test('reads one by its ID', async () => {
    hasAppointment();
    inTimezone('America/New_York');
    const inputData = { appointmentId: 'a1ZbR4xVnL0shT7gK2mW' };
    await expect(run(find, { inputData })).resolves.toMatchObject([
      { id: 'a1ZbR4xVnL0shT7gK2mW', notes: 'Bring the plan.', userIds: ['u1ZbR4xVnL0shT7gK2mW'] },
    ]);
  });

  test.each([
    [
      'deleted',
      () => {
        hasAppointment({ deleted: true });
      },
    ],
    [
      'gone',
      () =>
        highLevel()
          .get('/calendars/events/appointments/a1ZbR4xVnL0shT7gK2mW')
          .reply(404, { message: 'none' }),
    ],
  ])('finds nothing where it is %s', async (_what, answer) => {
    answer();
    await expect(
      run(find, { inputData: { appointmentId: 'a1ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual([]);
  });

  test('wants a contact or an appointment', async () => {
    await expect(run(find, { inputData: {} })).rejects.toThrow(/Fill in .*Contact/);
  });
});
