import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { appointmentEvent, testsOfAppointmentHook } from '../../support/appointment_hooks.ts';

const trigger = App.triggers.appointment_deleted;
const event = appointmentEvent('AppointmentDelete', undefined);

describe('appointment_deleted', () => {
  testsOfAppointmentHook(trigger, { events: ['AppointmentDelete'], event });
});
