import { expect, test } from '@jest/globals';

import type { RawRecord } from '../../resources/values.ts';
import { highLevel, LOCATION_ID, run } from './app.ts';
import { APPOINTMENT } from './calendars.ts';
import { delivered, runHook, testsOfEveryHook, type Hook } from './hook.ts';

/** An event of an appointment as the relay delivers it. @param previous what the relay knows of before */
export function appointmentEvent(type: string, previous?: RawRecord, changes: RawRecord = {}) {
  const { notes, ...rest } = APPOINTMENT;
  const appointment = { ...rest, notes, source: 'booking_widget', ...changes };
  return { type, locationId: LOCATION_ID, appointment, ...(previous && { previous }) };
}

/** What holds of each instant trigger for appointments. @param of an event that starts a Zap */
export function testsOfAppointmentHook(
  trigger: Hook,
  of: { events: string[]; event: RawRecord },
): void {
  const { event } = of;
  testsOfEveryHook(trigger, of);

  test('reads the event', async () => {
    expect(await run(trigger, delivered(event))).toMatchObject([
      {
        id: 'a1ZbR4xVnL0shT7gK2mW',
        startTime: '2026-11-24T14:00:00.000Z',
        localStart: 'Tuesday, November 24 at 9:00 AM',
        appointmentStatus: 'confirmed',
        source: 'booking_widget',
      },
    ]);
  });

  test.each([
    ['a calendar', { calendarId: 'cal1ZbR4xVnL0shT7gK2' }, { calendarId: 'cal2ZbR4xVnL0shT7gK2' }],
    [
      'a user',
      { assignedUserId: 'u1ZbR4xVnL0shT7gK2mW' },
      { assignedUserId: 'u2ZbR4xVnL0shT7gK2mW' },
    ],
  ])('keeps to %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(event, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(event, { inputData: other }))).toEqual([]);
  });

  test('takes samples from the appointments of the calendar, those booked last first', async () => {
    const events = [
      { ...APPOINTMENT, id: 'older', dateAdded: '2026-11-01T10:00:00-05:00' },
      { ...APPOINTMENT, id: 'newer', dateAdded: '2026-11-02T10:00:00-05:00' },
    ];
    highLevel().get('/calendars/events').query(true).reply(200, { events });
    const samples = await runHook(trigger, 'performList', {
      inputData: { calendarId: 'cal1ZbR4xVnL0shT7gK2' },
    });
    expect(samples).toMatchObject([{ id: 'newer' }, { id: 'older' }]);
  });
}
