import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { calendarById, calendarsOf } from '../../lib/calendars/calendars.ts';
import { calendarField } from '../../lib/calendars/fields.ts';
import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { byName } from '../../lib/operations/by_name.ts';
import { calendar, CALENDAR_TYPES } from '../../resources/calendar.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    helpText: 'The name of the calendar, or part of it. An exact match comes first.',
  },
  {
    key: 'calendarId',
    label: 'Calendar',
    type: 'string',
    choices: calendarField.choices,
    resource: 'calendar',
    helpText: 'Instead of a name, choose the calendar here.',
  },
  {
    key: 'calendarType',
    label: 'Type',
    type: 'string',
    choices: CALENDAR_TYPES,
    helpText: 'Only calendars of this type. Leave blank for any.',
  },
  {
    key: 'isActive',
    label: 'Active',
    type: 'boolean',
    helpText: 'Yes finds active calendars. No finds inactive ones. Leave blank for both.',
  },
]);

export const perform = (async (z, bundle) => {
  const { name, calendarId, calendarType, isActive } = bundle.inputData;
  exactlyOne({ Name: name, Calendar: calendarId });
  const found =
    name === undefined
      ? [await calendarById(z, calendarId ?? '')].filter((one) => one !== undefined)
      : byName(await calendarsOf(z, bundle), name);
  return found.filter(
    (one) =>
      (calendarType === undefined || one.calendarType === calendarType) &&
      (isActive === undefined || one.isActive === isActive),
  );
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_calendar',
  noun: 'Calendar',
  display: { label: 'Find Calendar', description: 'Finds a calendar of your sub-account by name.' },
  operation: { inputFields, perform, ...calendar.output },
});
