import { defineInputFields } from 'zapier-platform-core';

import { dateField, limitField } from '../inputs/common_fields.ts';
import { choicesFrom } from '../operations/choices.ts';
import { timezoneChoices } from '../operations/timezone_choices.ts';
import { userField } from '../users/fields.ts';
import { calendarField } from './fields.ts';
import { MOST_DAYS } from './free_times.ts';

/** Days by the keys of their field, from Monday on. */
export const WEEKDAYS = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;

/** The hours of a day as `09:00`, and as people write them. */
export const HOURS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => [
    `${String(hour).padStart(2, '0')}:00`,
    `${hour % 12 || 12}:00 ${hour < 12 ? 'AM' : 'PM'}`,
  ]),
);

/** Of which calendar, from when to when, and which times of day. */
export const availableTimesFields = defineInputFields([
  { ...calendarField, required: true },
  dateField('from', 'From', 'The earliest time to find. Leave blank to start from now.'),
  dateField(
    'to',
    'To',
    `The latest time to find, up to ${MOST_DAYS} days after **From**. Leave blank for 7 days.`,
  ),
  {
    ...userField,
    key: 'assignedUserId',
    label: 'Assigned User',
    helpText: 'Only times at which this member of the team is free. Leave blank for anyone.',
  },
  {
    key: 'timezone',
    label: 'Time Zone',
    type: 'string',
    meta: { kind: 'timezone' },
    choices: choicesFrom(timezoneChoices),
    helpText:
      "The time zone of the times found and of the two times of day below, such as the contact's. Leave blank for the sub-account's.",
  },
  {
    key: 'weekdays',
    label: 'Weekdays',
    type: 'string',
    list: true,
    choices: WEEKDAYS,
    helpText: 'Only times on these days. Leave blank for all.',
  },
  {
    key: 'earliest',
    label: 'Earliest Time of Day',
    type: 'string',
    choices: HOURS,
    helpText: 'Only times at this hour or later, in the time zone above. Leave blank for any.',
  },
  {
    key: 'latest',
    label: 'Latest Time of Day',
    type: 'string',
    choices: HOURS,
    helpText: 'Only times before this hour, in the time zone above. Leave blank for any.',
  },
  limitField('times', 20),
]);
