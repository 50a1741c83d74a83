import { isAskedFor } from '../../lib/calendars/asked_for.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { withPointers } from '../../lib/calendars/dehydrate.ts';
import { appointmentFilterFields, someAppointments } from '../../lib/calendars/events.ts';
import { appointment } from '../../resources/appointment.ts';

export default defineHookTrigger({
  key: 'appointment_deleted',
  noun: 'Appointment',
  display: {
    label: 'Appointment Deleted',
    description:
      'Triggers when an appointment is deleted, with its last details. Instant. When it is canceled and stays on record, use Appointment Status Changed.',
  },
  inputFields: appointmentFilterFields,
  events: ['AppointmentDelete'],
  resource: appointment,
  examples: (z, bundle) => someAppointments(z, bundle, bundle.inputData),
  filter: isAskedFor,
  withPointers,
});
