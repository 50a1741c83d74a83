import { defineInputFields } from 'zapier-platform-core';

import { isAskedFor } from '../../lib/calendars/asked_for.ts';
import { isMoved, movedTimeField } from '../../lib/calendars/changes.ts';
import { withPointers } from '../../lib/calendars/dehydrate.ts';
import { appointmentFilterFields, someAppointments } from '../../lib/calendars/events.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { movedAppointment } from '../../resources/appointment_changes.ts';

export default defineHookTrigger({
  key: 'appointment_rescheduled',
  noun: 'Appointment',
  display: {
    label: 'Appointment Rescheduled',
    description:
      'Triggers when an appointment moves to another time, with the earlier time. Instant. When it is canceled, use Appointment Status Changed.',
  },
  inputFields: defineInputFields([...appointmentFilterFields, movedTimeField]),
  events: ['AppointmentUpdate'],
  resource: movedAppointment,
  examples: (z, bundle) => someAppointments(z, bundle, bundle.inputData),
  tells: isMoved,
  filter: isAskedFor,
  withPointers,
});
