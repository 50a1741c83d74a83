import type { ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';
import { contactPointer } from '../contacts/dehydrate.ts';
import { userPointer } from '../users/dehydrate.ts';

/** The pointer with which Zapier fetches a calendar's name when a Zap uses it. */
export function calendarNamePointer(z: ZObject, calendarId: string): string {
  return z.dehydrate(hydrators.calendarName, { calendarId });
}

/** What of an appointment names other records. */
export interface Pointing {
  calendarId: string | null;
  contactId: string | null;
  assignedUserId: string | null;
}

/** An appointment with pointers to its calendar's name, its contact and its user. */
export function withPointers<Entry extends Pointing>(z: ZObject, entry: Entry) {
  const { calendarId, contactId, assignedUserId } = entry;
  return {
    ...entry,
    calendarName: calendarId && calendarNamePointer(z, calendarId),
    contact: contactPointer(z, contactId),
    assignedUser: assignedUserId ? userPointer(z, assignedUserId) : null,
  };
}
