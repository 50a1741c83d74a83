import { defineCreate } from 'zapier-platform-core';

import { appointmentField } from '../../lib/calendars/fields.ts';
import { send } from '../../lib/http/client.ts';
import { path } from '../../lib/http/path.ts';
import { removedAppointment } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_appointment',
  noun: 'Appointment',
  display: {
    label: 'Delete Appointment',
    description:
      'Deletes an appointment. This cannot be undone. To keep it on record, cancel it instead.',
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
      await send(z, {
        method: 'DELETE',
        url: path`/calendars/events/${appointmentId}`,
        json: {},
        mayBeEmpty: true,
      });
      return removedAppointment.parse({ id: appointmentId, deleted: true });
    },
    ...removedAppointment.output,
  },
});
