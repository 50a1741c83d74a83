import { LOCATION_ID } from './app.ts';
import { APPOINTMENT } from './calendars.ts';
import type { RawRecord } from '../../resources/values.ts';

/** An event of an appointment as the relay delivers it. @param previous what the relay knows of before */
export function appointmentEvent(type: string, previous?: RawRecord, changes: RawRecord = {}) {
  const { notes, ...rest } = APPOINTMENT;
  const appointment = { ...rest, notes, source: 'booking_widget', ...changes };
  return { type, locationId: LOCATION_ID, appointment, ...(previous && { previous }) };
}
