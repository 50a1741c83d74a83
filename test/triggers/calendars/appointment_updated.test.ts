import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { appointmentEvent, testsOfAppointmentHook } from '../../support/appointment_hooks.ts';
import { delivered, readable } from '../../support/hook.ts';

const trigger = App.triggers.appointment_updated;
const FROM_CALENDAR = 'cAl9Fv2SiT7pLmQ4rXeB';
const FROM_USER = 'uS7mGt4KpW1zXn8RbVqD';

const update = (previous?: object, inputData = {}) =>
  run(
    trigger,
    delivered(appointmentEvent('AppointmentUpdate', previous && { ...previous }), { inputData }),
  );

describe('appointment_updated', () => {
  testsOfAppointmentHook(trigger, {
    events: ['AppointmentUpdate'],
    event: appointmentEvent('AppointmentUpdate', { changed: {}, edited: ['title'] }),
  });

  test('says what changed, and from what where the relay knows it', async () => {
    const previous = {
      changed: {
        appointmentStatus: 'new',
        startTime: '2026-11-23T09:00:00-05:00',
        calendarId: FROM_CALENDAR,
        assignedUserId: FROM_USER,
      },
      edited: ['notes'],
    };
    expect(readable(await update(previous))).toMatchObject([
      {
        whatChanged: ['Time', 'Status', 'Calendar', 'Assigned User', 'Notes'],
        previousStatus: 'new',
        previousLocalStart: 'Monday, November 23 at 9:00 AM',
        previousCalendarId: FROM_CALENDAR,
        previousCalendarName: {
          fetch: 'hydrators.calendarName',
          with: { calendarId: FROM_CALENDAR },
        },
        previousAssignedUserId: FROM_USER,
        previousAssignedUser: { with: { userId: FROM_USER } },
      },
    ]);
  });

  test('says nothing of before where it stayed', async () => {
    expect(await update({ changed: {}, edited: ['address'] })).toMatchObject([
      {
        whatChanged: ['Meeting Location'],
        previousStart: null,
        previousStatus: null,
        previousCalendarName: null,
        previousAssignedUser: null,
      },
    ]);
  });

  const first = { changed: {}, unknown: ['startTime', 'title', 'notes'] };
  test.each<[string, object | undefined, string[] | undefined, number]>([
    ['any change', { changed: {}, edited: ['title'] }, undefined, 1],
    ['a change that is asked for', { changed: {}, edited: ['title'] }, ['status', 'title'], 1],
    ['another change', { changed: { appointmentStatus: 'new' } }, ['title', 'notes'], 0],
    ['a new end, as a change of the time', { changed: { endTime: null } }, ['time'], 1],
    ['the second of two equal events', { changed: {} }, undefined, 0],
    ['the first event of an older appointment', first, undefined, 1],
    ['that, where a change is asked for', first, ['title'], 0],
    ['an event of which nothing is known', undefined, undefined, 1],
  ])('is told by %s: %j, asked for %j', async (_what, previous, parts, count) => {
    expect(await update(previous, parts === undefined ? {} : { parts })).toHaveLength(count);
  });

  test('keeps to a status', async () => {
    const previous = { changed: {}, edited: ['title'] };
    expect(await update(previous, { statuses: ['confirmed'] })).toHaveLength(1);
    expect(await update(previous, { statuses: ['cancelled'] })).toEqual([]);
  });
});
