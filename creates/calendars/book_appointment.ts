import { defineCreate } from 'zapier-platform-core';

import { book } from '../../lib/calendars/booking.ts';
import { withPointers } from '../../lib/calendars/dehydrate.ts';
import {
  appointmentDetailFields,
  automationsField,
  calendarField,
  endField,
  startField,
} from '../../lib/calendars/fields.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { appointment } from '../../resources/appointment.ts';

export default defineCreate({
  key: 'book_appointment',
  noun: 'Appointment',
  display: {
    label: 'Book Appointment',
    description:
      'Books a contact into a calendar. To make a calendar unavailable, use Block Off Time. To move a booking, use Update Appointment.',
  },
  operation: {
    inputFields: [
      { ...contactField, required: true },
      { ...calendarField, required: true },
      { ...startField, required: true, dependsOn: ['calendarId'] },
      { ...endField, helpText: `Leave blank for the calendar's own length. ${endField.helpText}` },
      ...appointmentDetailFields,
      automationsField,
    ],
    perform: async (z, bundle) => withPointers(z, await book(z, bundle, bundle.inputData)),
    ...appointment.output,
  },
});
