import type { Bundle, ZObject } from 'zapier-platform-core';

import { inSubAccount } from '../connection/sub_account.ts';
import { pointedId } from '../records/details.ts';
import { calendarById } from './calendars.ts';

/** What a calendar is called; empty for one that is gone. @param bundle `calendarId` */
export const calendarName = inSubAccount(async (z: ZObject, bundle: Bundle) => {
  return (await calendarById(z, pointedId(bundle, 'calendarId')))?.name ?? '';
});
