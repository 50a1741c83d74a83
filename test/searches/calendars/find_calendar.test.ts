import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const find = App.searches.find_calendar;

const CALENDARS = [
  {
    id: 'c1ZbR4xVnL0shT7gK2mW',
    name: 'Consultation, long',
    calendarType: 'personal',
    isActive: true,
  },
  {
    id: 'c2ZbR4xVnL0shT7gK2mW',
    name: 'Consultation',
    calendarType: 'round_robin',
    isActive: false,
    slotDuration: 2,
    slotDurationUnit: 'hours',
    teamMembers: [{ userId: 'u1ZbR4xVnL0shT7gK2mW' }],
    openHours: {},
  },
];

function listed() {
  highLevel()
    .get('/calendars/')
    .query({ locationId: LOCATION_ID })
    .reply(200, { calendars: CALENDARS });
}

describe('find_calendar', () => {
  test('finds by name, an exact one first', async () => {
    listed();
    await expect(run(find, { inputData: { name: 'consultation' } })).resolves.toMatchObject([
      { id: 'c2ZbR4xVnL0shT7gK2mW', duration: 120, userIds: ['u1ZbR4xVnL0shT7gK2mW'] },
      { id: 'c1ZbR4xVnL0shT7gK2mW', duration: null },
    ]);
  });

  test.each([
    [{ calendarType: 'Personal' }, ['c1ZbR4xVnL0shT7gK2mW']],
    [{ isActive: 'no' }, ['c2ZbR4xVnL0shT7gK2mW']],
    [{ calendarType: 'Personal', isActive: 'no' }, []],
  ])('keeps to %j', async (filters, ids) => {
    listed();
    const found = await run(find, { inputData: { name: 'Consultation', ...filters } });
    expect(found).toMatchObject(ids.map((id) => ({ id })));
  });

  test('reads the chosen one, and finds nothing where it is gone', async () => {
    highLevel().get('/calendars/c1ZbR4xVnL0shT7gK2mW').reply(200, { calendar: CALENDARS[0] });
    const inputData = { calendarId: 'c1ZbR4xVnL0shT7gK2mW' };
    await expect(run(find, { inputData })).resolves.toMatchObject([{ id: 'c1ZbR4xVnL0shT7gK2mW' }]);
    highLevel().get('/calendars/c1ZbR4xVnL0shT7gK2mW').reply(404, { message: 'not found' });
    await expect(run(find, { inputData })).resolves.toEqual([]);
  });
});
