import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { appointmentEvent, testsOfAppointmentHook } from '../../support/appointment_hooks.ts';
import { delivered } from '../../support/hook.ts';

const trigger = App.triggers.appointment_status_changed;
const event = appointmentEvent('AppointmentUpdate', { changed: { appointmentStatus: 'new' } });

describe('appointment_status_changed', () => {
  testsOfAppointmentHook(trigger, { events: ['AppointmentUpdate'], event });

  test.each([
    ['the status it had', { changed: { appointmentStatus: 'new' } }, {}, 1],
    ['no change of the status', { changed: { startTime: null } }, {}, 0],
    ['an unknown one that it may have had', { unknown: ['appointmentStatus'] }, {}, 0],
    [
      'an unknown one that no appointment starts with',
      { unknown: ['appointmentStatus'] },
      { appointmentStatus: 'noshow' },
      1,
    ],
  ])('is told by %s', async (_what, previous, changes, count) => {
    const told = appointmentEvent('AppointmentUpdate', previous, changes);
    expect(await run(trigger, delivered(told))).toHaveLength(count);
  });
});
