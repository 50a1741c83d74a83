import { defineInputFields } from 'zapier-platform-core';

import { contactFieldFor } from '../contacts/fields.ts';
import { dateField, limitField } from '../inputs/common_fields.ts';
import {
  appointmentField,
  appointmentUserField,
  calendarFilterField,
  calendarGroupField,
  statusesField,
} from './fields.ts';
import { PERIOD_CHOICES } from './period.ts';

/** Whose appointment, which of them, and which there may be. */
export const findAppointmentFields = defineInputFields([
  contactFieldFor('The contact whose appointment to find.'),
  {
    key: 'appointmentId',
    label: 'Appointment',
    type: 'string',
    choices: appointmentField.choices,
    resource: 'appointment',
    helpText: 'Instead of a contact, an appointment from an earlier step.',
  },
  {
    key: 'which',
    label: 'Which',
    type: 'string',
    choices: {
      next: 'Next: the first that has not begun',
      last: 'Last: the latest that has begun',
      newest: 'Newest: the one booked last',
    },
    default: 'next',
    helpText: 'Which appointment of the contact comes first.',
  },
  calendarFilterField,
  {
    ...statusesField,
    helpText:
      'Only appointments with one of these statuses. If blank, **Next** skips canceled and invalid appointments.',
  },
]);

/** In which period, whose, and how many. */
export const findAppointmentsFields = defineInputFields([
  {
    key: 'period',
    label: 'Period',
    type: 'string',
    choices: PERIOD_CHOICES,
    helpText:
      'Days in the time zone of your sub-account. For other times, use **From** and **To** instead.',
  },
  dateField('from', 'From', 'Only appointments that begin at this time or later.'),
  dateField('to', 'To', 'Only appointments that begin before this time.'),
  calendarFilterField,
  appointmentUserField,
  { ...calendarGroupField, helpText: 'Only appointments in calendars of this group.' },
  statusesField,
  limitField('appointments'),
]);
