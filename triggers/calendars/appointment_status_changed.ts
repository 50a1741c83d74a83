import { defineInputFields } from 'zapier-platform-core';

import { isAskedFor } from '../../lib/calendars/asked_for.ts';
import { changedStatus, newStatusesField } from '../../lib/calendars/changes.ts';
import { withPointers } from '../../lib/calendars/dehydrate.ts';
import { appointmentFilterFields, someAppointments } from '../../lib/calendars/events.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { appointmentStatusChange } from '../../resources/appointment_changes.ts';

export default defineHookTrigger({
  key: 'appointment_status_changed',
  noun: 'Appointment',
  display: {
    label: 'Appointment Status Changed',
    description:
      'Triggers when an appointment is confirmed, canceled, or marked as showed or no-show, by the contact or your team. Instant. When it moves to another time, use Appointment Rescheduled.',
  },
  inputFields: defineInputFields([...appointmentFilterFields, newStatusesField]),
  events: ['AppointmentUpdate'],
  resource: appointmentStatusChange,
  examples: (z, bundle) => someAppointments(z, bundle, bundle.inputData),
  tells: changedStatus,
  filter: isAskedFor,
  withPointers,
});
