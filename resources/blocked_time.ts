import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, text } from './fields.ts';

/** Time in which a calendar or a user cannot be booked. */
export const blockedTime = defineResource('blocked time', () =>
  z.object({
    id: id('Blocked Time ID', 'bLk2Tm5QwE8rTyU1iOpA'),
    title: text('Title', 'Lunch'),
    startTime: dateTime('Start Time', '2026-11-24T18:00:00.000Z'),
    endTime: dateTime('End Time', '2026-11-24T19:00:00.000Z'),
    calendarId: text('Calendar ID', 'cAl4Rt7YuI9oPqW2eZxN'),
    assignedUserId: text('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);
