import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { appointmentEvent, testsOfAppointmentHook } from '../../support/appointment_hooks.ts';
import { delivered } from '../../support/hook.ts';

const trigger = App.triggers.appointment_rescheduled;
const BEFORE = '2026-10-30T16:00:00-04:00';
const moved = { changed: { startTime: BEFORE, endTime: '2026-10-30T16:45:00-04:00' } };

describe('appointment_rescheduled', () => {
  testsOfAppointmentHook(trigger, {
    events: ['AppointmentUpdate'],
    event: appointmentEvent('AppointmentUpdate', moved),
  });

  test('tells the times before, on the clocks of that day', async () => {
    expect(
      await run(trigger, delivered(appointmentEvent('AppointmentUpdate', moved))),
    ).toMatchObject([
      {
        localStart: 'Tuesday, November 24 at 9:00 AM',
        previousStart: '2026-10-30T20:00:00.000Z',
        previousEnd: '2026-10-30T20:45:00.000Z',
        previousLocalStart: 'Friday, October 30 at 4:00 PM',
        previousLocalEnd: 'Friday, October 30 at 4:45 PM',
      },
    ]);
  });

  test('a time that stayed was the same before, and one that nobody saw is not known', async () => {
    const startOf = async (previous: object) =>
      run(trigger, delivered(appointmentEvent('AppointmentUpdate', { ...previous })));
    expect(await startOf({ changed: { startTime: BEFORE } })).toMatchObject([
      { previousEnd: '2026-11-24T14:45:00.000Z' },
    ]);
    expect(await startOf({ changed: { startTime: BEFORE }, unknown: ['endTime'] })).toMatchObject([
      { previousEnd: null, previousLocalEnd: null },
    ]);
  });

  const start = { changed: { startTime: BEFORE } };
  const end = { changed: { endTime: '2026-11-24T09:30:00-05:00' } };
  test.each<[string, object | undefined, string | undefined, number]>([
    ['a new start', start, undefined, 1],
    ['a new end', end, undefined, 1],
    ['a new start, asked for', start, 'start', 1],
    ['a new end, where a start is asked for', end, 'start', 0],
    ['a new end, asked for', end, 'end', 1],
    ['both, where the end alone is asked for', moved, 'end', 0],
    ['the second of two equal events', { changed: {} }, undefined, 0],
    ['another change', { changed: { appointmentStatus: 'new' }, edited: ['notes'] }, undefined, 0],
    ['a time that was not seen before', { unknown: ['startTime', 'endTime'] }, undefined, 0],
    ['an event of which nothing is known', undefined, undefined, 0],
  ])('is told by %s: %j, asked for %s', async (_what, previous, movedTime, count) => {
    const event = appointmentEvent('AppointmentUpdate', previous && { ...previous });
    const inputData = movedTime === undefined ? {} : { movedTime };
    expect(await run(trigger, delivered(event, { inputData }))).toHaveLength(count);
  });
});
