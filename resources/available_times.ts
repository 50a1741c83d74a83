import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, integer, lines, text, yesNo } from './fields.ts';

/** When a calendar is free: the first time, all of them as one text to read, and as line items. */
export const availableTimes = defineResource('available times', () =>
  z.object({
    id: id('Calendar ID', 'cAl4Rt7YuI9oPqW2eZxN'),
    calendarName: text('Calendar Name', 'Consultation'),
    first: text('First Time', '2026-11-24T09:00:00-06:00'),
    firstLocal: text('First Local Time', 'Tuesday, November 24 at 9:00 AM'),
    digest: text('Summary', '2026-11-24: 09:00, 09:30\n2026-11-25: 14:00'),
    count: integer('Number of Times', 3),
    hasMore: yesNo('Has More', false),
    timezone: text('Time Zone', 'America/Chicago'),
    times: lines('Available', {
      time: text('Time', '2026-11-24T09:00:00-06:00'),
      startTime: dateTime('Time in UTC', '2026-11-24T15:00:00.000Z'),
      localTime: text('Local Time', 'Tuesday, November 24 at 9:00 AM'),
      day: text('Day', '2026-11-24'),
    }),
  }),
);
