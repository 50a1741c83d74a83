import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, integer, text, texts, yesNo } from './fields.ts';
import { isRecord, toList, toNumber, toRecord, type RawRecord } from './values.ts';

/** The kinds of calendars, in HighLevel's words. */
export const CALENDAR_TYPES = {
  round_robin: 'Round robin',
  event: 'Event',
  class_booking: 'Class booking',
  collective: 'Collective',
  service_booking: 'Service booking',
  personal: 'Personal',
} as const;

/** A calendar that appointments are booked in. */
export const calendar = defineResource(
  'calendar',
  () =>
    z.object({
      id: id('Calendar ID', 'cAl4Rt7YuI9oPqW2eZxN'),
      name: text('Name', 'Consultation'),
      description: text('Description', 'A first talk of half an hour.'),
      calendarType: text('Type', 'round_robin'),
      isActive: yesNo('Is Active', true),
      duration: integer('Appointment Length in Minutes', 30),
      slug: text('End of URL', 'consultation'),
      userIds: texts('Team User IDs', ['uS3rPq8LmN2vXc7ZtYwE']),
      groupId: text('Group ID', 'gRp5Ty8UiO2pAsD4fGhJ'),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  readCalendar,
);

function readCalendar(answer: RawRecord): RawRecord {
  const raw = isRecord(answer['calendar']) ? { ...answer, ...answer['calendar'] } : answer;
  const duration = toNumber(raw['slotDuration']);
  const perUnit = raw['slotDurationUnit'] === 'hours' ? 60 : 1;
  return {
    ...raw,
    duration: duration === null ? null : duration * perUnit,
    userIds: toList(raw['teamMembers']).map((member) => toRecord(member)['userId']),
  };
}
