import { defineSearch } from 'zapier-platform-core';

import { ownerOf } from '../../lib/calendars/asked_for.ts';
import { blockedSpan, findBlockedTimeFields } from '../../lib/calendars/blocked_time_fields.ts';
import { blockedTimesOf } from '../../lib/calendars/blocked_times.ts';
import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { containsPhrase } from '../../lib/inputs/characters.ts';
import { blockedTime } from '../../resources/blocked_time.ts';

export default defineSearch({
  key: 'find_blocked_time',
  noun: 'Blocked Time',
  display: {
    label: 'Find Blocked Time',
    description: 'Finds times in which a calendar or a user cannot be booked, the earliest first.',
  },
  operation: {
    inputFields: findBlockedTimeFields,
    perform: async (z, bundle) => {
      const { calendarId, assignedUserId, groupId, title } = bundle.inputData;
      exactlyOne({ Calendar: calendarId, User: assignedUserId, 'Calendar Group': groupId });
      const span = blockedSpan(bundle.inputData, bundle.meta.timezone);
      const found = await blockedTimesOf(z, bundle, ownerOf(bundle.inputData), span);
      return title === undefined
        ? found
        : found.filter((one) => containsPhrase([one.title], title));
    },
    ...blockedTime.output,
  },
});
