import { defineCreate } from 'zapier-platform-core';

import { appointmentField } from '../../lib/calendars/fields.ts';
import { call } from '../../lib/http/client.ts';
import { path } from '../../lib/http/path.ts';
import { userField } from '../../lib/users/fields.ts';
import { appointmentNote } from '../../resources/appointment_note.ts';

/** Characters that HighLevel takes at most. */
const LONGEST = 5_000;

export default defineCreate({
  key: 'add_appointment_note',
  noun: 'Appointment Note',
  display: {
    label: 'Add Appointment Note',
    description: 'Adds an internal note to an appointment. The contact does not see it.',
  },
  operation: {
    inputFields: [
      { ...appointmentField, required: true },
      {
        key: 'body',
        label: 'Text',
        type: 'text',
        required: true,
        meta: { longest: LONGEST },
        helpText: 'The note itself, up to 5,000 characters.',
      },
      { ...userField, label: 'Author', helpText: 'The user shown as the author.' },
    ],
    perform: async (z, bundle) => {
      const { appointmentId, body, userId } = bundle.inputData;
      const added = await call(z, appointmentNote, {
        method: 'POST',
        url: path`/calendars/appointments/${appointmentId}/notes`,
        body: { body, userId },
      });
      return { ...added, appointmentId };
    },
    ...appointmentNote.output,
  },
});
