import { defineSearch, type SearchPerform } from 'zapier-platform-core';

import { appointmentById } from '../../lib/calendars/appointments.ts';
import { isAskedFor } from '../../lib/calendars/asked_for.ts';
import { withPointers } from '../../lib/calendars/dehydrate.ts';
import { findAppointmentFields as inputFields } from '../../lib/calendars/filter_fields.ts';
import { appointmentsFor } from '../../lib/calendars/of_contact.ts';
import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { appointment } from '../../resources/appointment.ts';

export const perform = (async (z, bundle) => {
  const { contactId, appointmentId, which = 'next', ...filters } = bundle.inputData;
  exactlyOne({ Contact: contactId, Appointment: appointmentId });
  if (contactId) {
    const found = await appointmentsFor(z, bundle, contactId, which, filters);
    return found.map((one) => withPointers(z, one));
  }
  const only = await appointmentById(z, bundle, appointmentId ?? '');
  return only && isAskedFor(only, filters) ? [withPointers(z, only)] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_appointment',
  noun: 'Appointment',
  display: {
    label: 'Find Appointment',
    description:
      'Finds the next, last or newest appointment of a contact, or one by its ID. For the appointments of a day or week, use Find Many Appointments.',
  },
  operation: { inputFields, perform, ...appointment.output },
});
