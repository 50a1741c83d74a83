import { defineTrigger } from 'zapier-platform-core';

import { withPointers } from '../../lib/calendars/dehydrate.ts';
import { startingAppointments, startingFields } from '../../lib/calendars/starting.ts';
import { startingAppointment } from '../../resources/starting_appointment.ts';

export default defineTrigger({
  key: 'appointment_start',
  noun: 'Appointment',
  display: {
    label: 'Appointment Start',
    description:
      'Triggers when an appointment is about to begin, a chosen time before it. A rescheduled one triggers again for its new time. Zapier checks every few minutes.',
  },
  operation: {
    type: 'polling',
    inputFields: startingFields,
    perform: async (z, bundle) => {
      const found = await startingAppointments(z, bundle, bundle.inputData);
      return found.map((one) => withPointers(z, one));
    },
    ...startingAppointment.output,
  },
});
