import { defineCreate } from 'zapier-platform-core';

import { change } from '../../lib/calendars/booking.ts';
import { withPointers } from '../../lib/calendars/dehydrate.ts';
import { appointmentField, automationsField } from '../../lib/calendars/fields.ts';
import { appointment, APPOINTMENT_STATUSES } from '../../resources/appointment.ts';

export default defineCreate({
  key: 'change_appointment_status',
  noun: 'Appointment',
  display: {
    label: 'Change Appointment Status',
    description:
      'Marks an appointment as confirmed, showed, no-show, canceled or invalid. To cancel it, Cancel Appointment is simpler. To change its time, use Update Appointment.',
  },
  operation: {
    inputFields: [
      { ...appointmentField, required: true },
      {
        key: 'appointmentStatus',
        label: 'Status',
        type: 'string',
        required: true,
        choices: APPOINTMENT_STATUSES,
      },
      automationsField,
    ],
    perform: async (z, bundle) => {
      const { appointmentId, ...changes } = bundle.inputData;
      return withPointers(z, await change(z, bundle, appointmentId, changes));
    },
    ...appointment.outputOf({ appointmentStatus: 'noshow' }),
  },
});
