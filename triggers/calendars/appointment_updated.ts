import { defineInputFields } from 'zapier-platform-core';

import { isAskedFor } from '../../lib/calendars/asked_for.ts';
import { changedPartsField, isChanged, withPointersBefore } from '../../lib/calendars/changes.ts';
import { statusesField } from '../../lib/calendars/fields.ts';
import { appointmentFilterFields, someAppointments } from '../../lib/calendars/events.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { updatedAppointment } from '../../resources/appointment_changes.ts';

export default defineHookTrigger({
  key: 'appointment_updated',
  noun: 'Appointment',
  display: {
    label: 'Appointment Updated',
    description:
      'Triggers when the time, status, calendar, assigned user, title, meeting location or notes of an appointment change. Choose which. Instant. For the time alone, use Appointment Rescheduled. For the status alone, use Appointment Status Changed.',
  },
  inputFields: defineInputFields([...appointmentFilterFields, changedPartsField, statusesField]),
  events: ['AppointmentUpdate'],
  resource: updatedAppointment,
  examples: (z, bundle) => someAppointments(z, bundle, bundle.inputData),
  tells: isChanged,
  filter: isAskedFor,
  withPointers: withPointersBefore,
});
