import { defineInputFields } from 'zapier-platform-core';

import { APPOINTMENT_STATUSES } from '../../resources/appointment.ts';
import { DATE_HELP } from '../inputs/help.ts';
import { choicesFrom, findByName } from '../operations/choices.ts';
import { userField } from '../users/fields.ts';
import {
  appointmentChoices,
  calendarChoices,
  calendarGroupChoices,
  freeTimeChoices,
} from './choices.ts';

export const calendarField = {
  key: 'calendarId',
  label: 'Calendar',
  type: 'string',
  choices: choicesFrom(calendarChoices, findByName(calendarChoices, 'calendar')),
  resource: 'calendar',
  search: 'find_calendar.id',
  helpText: "Choose a calendar, or map a calendar's ID or name from an earlier step.",
} as const;

export const calendarGroupField = {
  key: 'groupId',
  label: 'Calendar Group',
  type: 'string',
  choices: choicesFrom(calendarGroupChoices, findByName(calendarGroupChoices, 'calendar group')),
  resource: 'calendar_group',
  helpText: "Choose a group of calendars, or map a group's ID or name.",
} as const;

export const appointmentField = {
  key: 'appointmentId',
  label: 'Appointment',
  type: 'string',
  choices: choicesFrom(appointmentChoices),
  resource: 'appointment',
  search: 'find_appointment.id',
  helpText:
    'Map an Appointment ID from an earlier step, such as **Book Appointment** or **Find Appointment**, or choose an appointment of the last or next 30 days.',
} as const;

/** Whose appointments, for filters. */
export const appointmentUserField = {
  ...userField,
  key: 'assignedUserId',
  label: 'Assigned User',
  helpText: 'Only appointments that are assigned to this user. Leave blank for any.',
} as const;

/** In which calendar, for filters. */
export const calendarFilterField = {
  ...calendarField,
  helpText: 'Only appointments in this calendar. Leave blank for all calendars.',
} as const;

/** With which status, for filters. */
export const statusesField = {
  key: 'statuses',
  label: 'Status',
  type: 'string',
  list: true,
  choices: APPOINTMENT_STATUSES,
  helpText:
    'Only appointments with one of these statuses. New is not confirmed yet. Leave blank for any.',
} as const;

/** When an appointment begins: one of the calendar's free times, or any other. */
export const startField = {
  key: 'startTime',
  label: 'Start Time',
  type: 'string',
  meta: { kind: 'datetime' },
  choices: choicesFrom(freeTimeChoices),
  helpText: `Choose one of the calendar's free times in the next 7 days, map "First Time" from **Find Available Times**, or enter another time; for a weekday, such as next Thursday, its date. ${DATE_HELP}`,
} as const;

export const endField = {
  key: 'endTime',
  label: 'End Time',
  type: 'datetime',
  helpText: DATE_HELP,
} as const;

/** What an appointment has beside calendar, contact and time. */
export const appointmentDetailFields = defineInputFields([
  {
    ...userField,
    key: 'assignedUserId',
    label: 'Assigned User',
    helpText:
      "Who meets the contact: a member of the calendar's team. Some calendars do not take a booking without one.",
  },
  { key: 'title', label: 'Title', type: 'string' },
  {
    key: 'appointmentStatus',
    label: 'Status',
    type: 'string',
    choices: APPOINTMENT_STATUSES,
  },
  {
    key: 'meetingLocationType',
    label: 'Meeting Location Type',
    type: 'string',
    choices: {
      custom: 'Custom',
      zoom: 'Zoom',
      gmeet: 'Google Meet',
      ms_teams: 'Microsoft Teams',
      phone: 'Phone',
      address: 'Address',
    },
    helpText: "Leave blank for the calendar's own.",
  },
  {
    key: 'address',
    label: 'Meeting Location',
    type: 'string',
    helpText: 'A street address, a phone number, or the URL of a meeting.',
  },
  { key: 'description', label: 'Notes', type: 'text' },
  {
    key: 'ignoreAvailability',
    label: 'Ignore Availability',
    type: 'boolean',
    helpText:
      "Yes books the time even if it is taken, outside the calendar's hours or outside its booking window.",
  },
]);

export const automationsField = {
  key: 'toNotify',
  label: 'Run Automations',
  type: 'boolean',
  helpText:
    "No keeps HighLevel's workflows from running for this, such as those that send confirmations and reminders. Yes by default.",
} as const;
