import { defineInputFields } from 'zapier-platform-core';

import { isAskedFor } from '../../lib/calendars/asked_for.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { withPointers } from '../../lib/calendars/dehydrate.ts';
import {
  appointmentFilterFields,
  changedStatus,
  someAppointments,
} from '../../lib/calendars/events.ts';
import { statusesField } from '../../lib/calendars/fields.ts';
import { appointmentStatusChange } from '../../resources/appointment.ts';

export default defineHookTrigger({
  key: 'appointment_status_changed',
  noun: 'Appointment',
  display: {
    label: 'Appointment Status Changed',
    description:
      'Triggers when an appointment is confirmed, canceled, or marked as showed or no-show. Instant.',
  },
  inputFields: defineInputFields([...appointmentFilterFields, statusesField]),
  events: ['AppointmentUpdate'],
  resource: appointmentStatusChange,
  examples: (z, bundle) => someAppointments(z, bundle, bundle.inputData),
  tells: changedStatus,
  filter: isAskedFor,
  withPointers,
});
