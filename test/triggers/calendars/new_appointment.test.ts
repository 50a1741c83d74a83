import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { appointmentEvent, testsOfAppointmentHook } from '../../support/appointment_hooks.ts';

const trigger = App.triggers.new_appointment;
const event = appointmentEvent('AppointmentCreate', undefined);

describe('new_appointment', () => {
  testsOfAppointmentHook(trigger, { events: ['AppointmentCreate'], event });
});
