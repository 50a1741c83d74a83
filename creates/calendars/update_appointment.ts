import { defineCreate } from 'zapier-platform-core';

import { change } from '../../lib/calendars/booking.ts';
import { withPointers } from '../../lib/calendars/dehydrate.ts';
import {
  appointmentDetailFields,
  appointmentField,
  automationsField,
  calendarField,
  endField,
  startField,
} from '../../lib/calendars/fields.ts';
import { appointment } from '../../resources/appointment.ts';

export default defineCreate({
  key: 'update_appointment',
  noun: 'Appointment',
  display: {
    label: 'Update Appointment',
    description:
      'Reschedules an appointment, or changes its calendar, assigned user, title or meeting location. Fields left blank stay as they are. For the status alone, use Change Appointment Status or Cancel Appointment.',
  },
  operation: {
    inputFields: [
      { ...appointmentField, required: true },
      { ...calendarField, helpText: 'Moves the appointment to this calendar.' },
      { ...startField, dependsOn: ['calendarId'] },
      {
        ...endField,
        helpText: `Leave blank to keep the length of the appointment. ${endField.helpText}`,
      },
      ...appointmentDetailFields,
      automationsField,
    ],
    perform: async (z, bundle) => {
      const { appointmentId, ...changes } = bundle.inputData;
      return withPointers(z, await change(z, bundle, appointmentId, changes));
    },
    ...appointment.output,
  },
});
