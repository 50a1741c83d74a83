import { defineInputFields } from 'zapier-platform-core';

import { timeInWords } from '../../resources/time_in_words.ts';
import { timezoneOf } from '../connection/timezone.ts';
import { readPeriod } from '../inputs/dates.ts';
import { DAY_MS } from '../inputs/days.ts';
import { dateField } from '../inputs/common_fields.ts';
import { choicesFrom, type ChoiceSource } from '../operations/choices.ts';
import { userField } from '../users/fields.ts';
import { usersOf } from '../users/users.ts';
import { byStart, type Span } from './appointments.ts';
import { blockedTimesOf } from './blocked_times.ts';
import { calendarsOf } from './calendars.ts';
import { calendarField, calendarGroupField } from './fields.ts';

const DEFAULT_DAYS = 30;

/** A dropdown looks at so many calendars, and at so many users: HighLevel lists one at a time. */
const MOST_LISTED = 20;

/** The blocked times of calendars and users in the next 30 days, by time. */
const blockedTimeChoices: ChoiceSource = async (z, bundle) => {
  const [calendars, users, timezone] = await Promise.all([
    calendarsOf(z, bundle),
    usersOf(z, bundle),
    timezoneOf(z, bundle),
  ]);
  const owners = [
    ...calendars.slice(0, MOST_LISTED).map(({ id, name }) => ({ owner: { calendarId: id }, name })),
    ...users.slice(0, MOST_LISTED).map(({ id, name }) => ({ owner: { userId: id }, name })),
  ];
  const span = blockedSpan({}, undefined);
  const found = await Promise.all(
    owners.map(async ({ owner, name }) =>
      (await blockedTimesOf(z, bundle, owner, span)).map((one) => ({ ...one, of: name })),
    ),
  );
  return {
    choices: found
      .flat()
      .toSorted(byStart)
      .map(({ id, title, startTime, of }) => ({
        id,
        name: [startTime && timeInWords(startTime, timezone), title, of].filter(Boolean).join(', '),
      })),
  };
};

/** Whose time is blocked, from when to when, and what for. */
export const findBlockedTimeFields = defineInputFields([
  { ...calendarField, helpText: 'The calendar whose blocked times to find.' },
  {
    ...userField,
    key: 'assignedUserId',
    helpText: 'Instead of a calendar, the user whose blocked times to find.',
  },
  {
    ...calendarGroupField,
    helpText: 'Instead of a calendar, the group of calendars whose blocked times to find.',
  },
  dateField('from', 'From', 'Only times blocked from this time on. Leave blank to start from now.'),
  dateField(
    'to',
    'To',
    `Only times that begin before this time. Leave blank for ${DEFAULT_DAYS} days.`,
  ),
  {
    key: 'title',
    label: 'Title',
    type: 'string',
    helpText: 'Only blocked times whose title contains this. Leave blank for any.',
  },
]);

export const blockedTimeField = {
  key: 'blockedTimeId',
  label: 'Blocked Time',
  type: 'string',
  choices: choicesFrom(blockedTimeChoices),
  resource: 'blocked_time',
  search: 'find_blocked_time.id',
  helpText: `Map a Blocked Time ID from **Block Off Time** or **Find Blocked Time**, or choose a time of the next ${DEFAULT_DAYS} days.`,
} as const;

/**
 * The span in which blocked times are looked for: from now on, 30 days.
 *
 * @throws errors.Error when it ends before it starts
 */
export function blockedSpan(
  { from, to }: { from?: string; to?: string },
  timezone: string | null | undefined,
): Span {
  const start = from === undefined ? Date.now() : Date.parse(from);
  const startTime = new Date(start).toISOString();
  readPeriod({ label: 'From', time: startTime }, { label: 'To', time: to }, timezone);
  return { from: start, until: to === undefined ? start + DEFAULT_DAYS * DAY_MS : Date.parse(to) };
}
