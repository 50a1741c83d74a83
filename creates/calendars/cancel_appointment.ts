import { defineCreate } from 'zapier-platform-core';

import { change } from '../../lib/calendars/booking.ts';
import { withPointers } from '../../lib/calendars/dehydrate.ts';
import { appointmentField, automationsField } from '../../lib/calendars/fields.ts';
import { appointment } from '../../resources/appointment.ts';

export default defineCreate({
  key: 'cancel_appointment',
  noun: 'Appointment',
  display: {
    label: 'Cancel Appointment',
    description:
      'Cancels an appointment and keeps it on record. To remove it altogether, use Delete Appointment. For another status, use Change Appointment Status.',
  },
  operation: {
    inputFields: [{ ...appointmentField, required: true }, automationsField],
    perform: async (z, bundle) => {
      const { appointmentId, toNotify } = bundle.inputData;
      const changes = {
        appointmentStatus: 'cancelled',
        ...(toNotify !== undefined && { toNotify }),
      };
      return withPointers(z, await change(z, bundle, appointmentId, changes));
    },
    ...appointment.outputOf({ appointmentStatus: 'cancelled' }),
  },
});
