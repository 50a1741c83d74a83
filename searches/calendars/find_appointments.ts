import { defineSearch, type SearchPerform } from 'zapier-platform-core';

import { findAppointmentsFields as inputFields } from '../../lib/calendars/filter_fields.ts';
import { listAppointments } from '../../lib/calendars/list.ts';
import { appointmentList } from '../../resources/appointment.ts';

export const perform = (async (z, bundle) => {
  const found = await listAppointments(z, bundle, bundle.inputData);
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_appointments',
  noun: 'Appointment List',
  display: {
    label: 'Find Many Appointments',
    description:
      'Finds the appointments of a period, as one text (for a daily summary) and as line items, the earliest first. If there are none, this step finds nothing. For the next or last appointment of a contact, use Find Appointment.',
  },
  operation: { inputFields, perform, ...appointmentList.output },
});
