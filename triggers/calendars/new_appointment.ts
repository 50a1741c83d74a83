import { defineInputFields } from 'zapier-platform-core';

import { isAskedFor } from '../../lib/calendars/asked_for.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { withPointers } from '../../lib/calendars/dehydrate.ts';
import { appointmentFilterFields, someAppointments } from '../../lib/calendars/events.ts';
import { statusesField } from '../../lib/calendars/fields.ts';
import { appointment } from '../../resources/appointment.ts';

export default defineHookTrigger({
  key: 'new_appointment',
  noun: 'Appointment',
  display: {
    label: 'New Appointment',
    description: 'Triggers when an appointment is booked. Instant.',
  },
  inputFields: defineInputFields([...appointmentFilterFields, statusesField]),
  events: ['AppointmentCreate'],
  resource: appointment,
  examples: (z, bundle) => someAppointments(z, bundle, bundle.inputData),
  filter: isAskedFor,
  withPointers,
});
