import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, text } from './fields.ts';
import { isRecord, toRecord } from './values.ts';

/** A note on an appointment, wrapped in `note`. */
export const appointmentNote = defineResource(
  'appointment note',
  () =>
    z.object({
      id: id('Note ID', 'nTe8Ap3PoI6nTmE9nTsQ'),
      body: text('Text', 'Bring the plan of the house.'),
      authorName: text('Author Name', 'Sam Agent'),
      dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      appointmentId: text('Appointment ID', 'aPt7Ui9OpAs2DfGh4JkL'),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      userId: text('Author User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    }),
  (answer) => {
    const raw = isRecord(answer['note']) ? { ...answer, ...answer['note'] } : answer;
    return { ...raw, authorName: toRecord(raw['createdBy'])['name'] };
  },
);
