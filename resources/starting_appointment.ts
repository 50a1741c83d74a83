import * as z from 'zod';

import { appointment } from './appointment.ts';
import { defineResource } from './define.ts';
import { lead, primary } from './fields.ts';

/**
 * An appointment that is about to begin. Zapier starts a Zap once for each of its starts: again when it
 * is moved.
 */
export const startingAppointment = defineResource('starting appointment', () => {
  const { id, startTime, ...rest } = appointment.shape();
  const { title, appointmentStatus, ...more } = rest;
  const start = lead(primary(startTime));
  return z.object({ id: primary(id), title, appointmentStatus, startTime: start, ...more });
});
