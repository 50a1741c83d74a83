import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { RawRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { APPOINTMENT, inTimezone } from '../../support/calendars.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import { numberedId } from '../../support/ids.ts';

const find = App.searches.find_appointments;

beforeAll(() => {
  // The evening before the clocks change in New York, where it is still Saturday.
  stopTime('2026-11-01T02:00:00Z');
});
afterAll(resumeTime);
beforeEach(forgetCache);

const CALENDARS = [
  { id: 'cal1ZbR4xVnL0shT7gK2', name: 'Consultation' },
  { id: 'cal2ZbR4xVnL0shT7gK2', name: 'Whitening' },
];

function listed(times = 1) {
  highLevel()
    .get('/calendars/')
    .query({ locationId: LOCATION_ID })
    .times(times)
    .reply(200, { calendars: CALENDARS });
}

function events(owner: RawRecord, span: [string, string], found: RawRecord[]) {
  const [startTime, endTime] = span.map((time) => String(Date.parse(time)));
  highLevel()
    .get('/calendars/events')
    .query({ locationId: LOCATION_ID, ...owner, startTime, endTime: String(Number(endTime) - 1) })
    .reply(200, { events: found });
}

function named() {
  highLevel()
    .post('/contacts/search')
    .reply(200, {
      contacts: [
        {
          id: 'k1ZbR4xVnL0shT7gK2mW',
          firstName: 'Anna',
          lastName: 'Example',
          phone: '+15550100123',
        },
      ],
    });
  highLevel()
    .get('/users/u1ZbR4xVnL0shT7gK2mW')
    .reply(200, { id: 'u1ZbR4xVnL0shT7gK2mW', name: 'Sam Agent' });
}

/** A day of 25 hours. */
const SUNDAY: [string, string] = ['2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'];

describe('find_appointments', () => {
  test('reads tomorrow in all calendars, on a day of 25 hours, by name', async () => {
    inTimezone('America/New_York');
    listed(2);
    named();
    const late = { startTime: '2026-11-01T23:30:00-05:00', endTime: '2026-11-02T00:30:00-05:00' };
    events({ calendarId: 'cal1ZbR4xVnL0shT7gK2' }, SUNDAY, [
      { ...APPOINTMENT, id: 'late', ...late },
    ]);
    events({ calendarId: 'cal2ZbR4xVnL0shT7gK2' }, SUNDAY, [
      {
        ...APPOINTMENT,
        id: 'early',
        calendarId: 'cal2ZbR4xVnL0shT7gK2',
        startTime: '2026-11-01T00:30:00-04:00',
        endTime: '2026-11-01T01:30:00-04:00',
      },
      { ...APPOINTMENT, id: 'deleted', deleted: true },
    ]);
    await expect(run(find, { inputData: { period: 'Tomorrow' } })).resolves.toMatchObject([
      {
        id: '2026-11-01 00:00 - 2026-11-01 23:59',
        count: 2,
        hasMore: false,
        timezone: 'America/New_York',
        digest:
          '2026-11-01 00:30-01:30 Whitening: Anna Example (+15550100123), with Sam Agent, Confirmed, 12 Main Street\n' +
          '2026-11-01 23:30-2026-11-02 00:30 Consultation: Anna Example (+15550100123), with Sam Agent, Confirmed, 12 Main Street',
        appointments: [
          { id: 'early', contactName: 'Anna Example', calendarName: 'Whitening' },
          { id: 'late', userName: 'Sam Agent' },
        ],
      },
    ]);
  });

  test.each([
    [
      'of a calendar',
      { calendarId: 'cal1ZbR4xVnL0shT7gK2' },
      { calendarId: 'cal1ZbR4xVnL0shT7gK2' },
    ],
    ['of a group', { groupId: 'g1ZbR4xVnL0shT7gK2mW' }, { groupId: 'g1ZbR4xVnL0shT7gK2mW' }],
    ['of a user', { assignedUserId: 'u1ZbR4xVnL0shT7gK2mW' }, { userId: 'u1ZbR4xVnL0shT7gK2mW' }],
    [
      'of a user in a calendar',
      { assignedUserId: 'u1ZbR4xVnL0shT7gK2mW', calendarId: 'cal1ZbR4xVnL0shT7gK2' },
      { calendarId: 'cal1ZbR4xVnL0shT7gK2' },
    ],
  ])('asks for those %s', async (_what, filters, owner) => {
    inTimezone('America/New_York');
    listed();
    named();
    const span: [string, string] = ['2026-11-24T05:00:00Z', '2026-11-25T05:00:00Z'];
    events(owner, span, [
      APPOINTMENT,
      { ...APPOINTMENT, id: 'a2ZbR4xVnL0shT7gK2mW', appointmentStatus: 'noshow' },
    ]);
    const inputData = { from: span[0], to: span[1], statuses: ['confirmed'], ...filters };
    await expect(run(find, { inputData })).resolves.toMatchObject([
      { appointments: [{ id: 'a1ZbR4xVnL0shT7gK2mW' }] },
    ]);
  });

  test('finds nothing in an empty period', async () => {
    inTimezone('America/New_York');
    events({ calendarId: 'cal1ZbR4xVnL0shT7gK2' }, SUNDAY, []);
    const inputData = { period: 'tomorrow', calendarId: 'cal1ZbR4xVnL0shT7gK2' };
    await expect(run(find, { inputData })).resolves.toEqual([]);
  });

  test('says what is left out', async () => {
    inTimezone('America/New_York');
    listed();
    named();
    events({ calendarId: 'cal1ZbR4xVnL0shT7gK2' }, SUNDAY, [
      APPOINTMENT,
      { ...APPOINTMENT, id: 'a2ZbR4xVnL0shT7gK2mW' },
    ]);
    const inputData = { period: 'tomorrow', calendarId: 'cal1ZbR4xVnL0shT7gK2', limit: 1 };
    await expect(run(find, { inputData })).resolves.toMatchObject([{ count: 1, hasMore: true }]);
  });

  test.each([
    ['no period', {}, /Fill in .*Period/],
    ['two', { period: 'today', from: '2026-11-24' }, /only one of/],
    ['half a period', { from: '2026-11-24' }, /To.* is empty/],
    ['one backwards', { from: '2026-11-24', to: '2026-11-23' }, /Nothing can match/],
    [
      'two owners',
      { period: 'today', calendarId: 'cal1ZbR4xVnL0shT7gK2', groupId: 'g1ZbR4xVnL0shT7gK2mW' },
      /only one of/,
    ],
  ])('refuses %s', async (_what, inputData, sentence) => {
    await expect(run(find, { inputData })).rejects.toThrow(sentence);
  });

  test('wants a calendar where there are too many', async () => {
    inTimezone('America/New_York');
    const calendars = Array.from({ length: 41 }, (_, index) => ({ id: numberedId('c', index) }));
    highLevel().get('/calendars/').query(true).reply(200, { calendars });
    await expect(run(find, { inputData: { period: 'today' } })).rejects.toThrow(/has 41 calendars/);
  });
});
