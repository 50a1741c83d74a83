import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const find = App.searches.find_calendar;

const CALENDARS = [
  { id: 'c1', name: 'Consultation, long', calendarType: 'personal', isActive: true },
  {
    id: 'c2',
    name: 'Consultation',
    calendarType: 'round_robin',
    isActive: false,
    slotDuration: 2,
    slotDurationUnit: 'hours',
    teamMembers: [{ userId: 'u1' }],
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
      { id: 'c2', duration: 120, userIds: ['u1'] },
      { id: 'c1', duration: null },
    ]);
  });

  test.each([
    [{ calendarType: 'Personal' }, ['c1']],
    [{ isActive: 'no' }, ['c2']],
    [{ calendarType: 'Personal', isActive: 'no' }, []],
  ])('keeps to %j', async (filters, ids) => {
    listed();
    const found = await run(find, { inputData: { name: 'Consultation', ...filters } });
    expect(found).toMatchObject(ids.map((id) => ({ id })));
  });

  test('reads the chosen one, and finds nothing where it is gone', async () => {
    highLevel().get('/calendars/c1').reply(200, { calendar: CALENDARS[0] });
    const inputData = { calendarId: 'c1' };
    await expect(run(find, { inputData })).resolves.toMatchObject([{ id: 'c1' }]);
    highLevel().get('/calendars/c1').reply(404, { message: 'not found' });
    await expect(run(find, { inputData })).resolves.toEqual([]);
  });
});
