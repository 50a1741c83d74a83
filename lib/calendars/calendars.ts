import type { Bundle, ZObject } from 'zapier-platform-core';

import { calendar } from '../../resources/calendar.ts';
import type { RecordOf } from '../../resources/define.ts';
import { isRecord, toList, toRecord, toText } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { callList, send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { recordAt } from '../records/details.ts';

export type Calendar = RecordOf<typeof calendar>;

/** All calendars of the sub-account, in HighLevel's order; it returns them at once. */
export function calendarsOf(z: ZObject, bundle: Bundle): Promise<Calendar[]> {
  return callList(z, calendar, 'calendars', {
    url: '/calendars/',
    params: { locationId: locationOf(bundle) },
  });
}

/** The calendar with an ID, or undefined where HighLevel has none (any longer). */
export function calendarById(z: ZObject, calendarId: string): Promise<Calendar | undefined> {
  return recordAt(z, calendar, path`/calendars/${calendarId}`);
}

/** The groups that calendars are sorted into, by ID and name. */
export async function calendarGroupsOf(z: ZObject, bundle: Bundle) {
  const { data } = await send(z, {
    url: '/calendars/groups',
    params: { locationId: locationOf(bundle) },
  });
  return toList(toRecord(data)['groups'])
    .filter(isRecord)
    .flatMap((group) => {
      const id = toText(group['id']);
      return id ? [{ id, name: toText(group['name']) ?? 'Group without a name' }] : [];
    });
}
