import { defineCreate } from 'zapier-platform-core';

import { deleteEvent } from '../../lib/calendars/appointments.ts';
import { appointmentField } from '../../lib/calendars/fields.ts';
import { removedAppointment } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_appointment',
  noun: 'Appointment',
  display: {
    label: 'Delete Appointment',
    description:
      'Deletes an appointment. This cannot be undone. To keep it on record, use Cancel Appointment.',
  },
  operation: {
    inputFields: [
      { ...appointmentField, required: true },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the appointment for everyone in your sub-account.** It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { appointmentId } = bundle.inputData;
      await deleteEvent(z, appointmentId);
      return removedAppointment.parse({ id: appointmentId, deleted: true });
    },
    ...removedAppointment.output,
  },
});
