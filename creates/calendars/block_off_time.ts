import { defineCreate } from 'zapier-platform-core';

import { calendarField } from '../../lib/calendars/fields.ts';
import { blockTime } from '../../lib/calendars/blocked_times.ts';
import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { DATE_HELP } from '../../lib/inputs/help.ts';
import { userField } from '../../lib/users/fields.ts';
import { blockedTime } from '../../resources/blocked_time.ts';

export default defineCreate({
  key: 'block_off_time',
  noun: 'Blocked Time',
  display: {
    label: 'Block Off Time',
    description: 'Makes a calendar or a user unavailable for some time, such as a holiday.',
  },
  operation: {
    inputFields: [
      {
        key: 'startTime',
        label: 'Start Time',
        type: 'datetime',
        required: true,
        helpText: DATE_HELP,
      },
      { key: 'endTime', label: 'End Time', type: 'datetime', required: true, helpText: DATE_HELP },
      { ...calendarField, helpText: 'The calendar that cannot be booked then.' },
      {
        ...userField,
        key: 'assignedUserId',
        helpText: 'Instead of a calendar, the user who cannot be booked then, in any calendar.',
      },
      { key: 'title', label: 'Title', type: 'string', helpText: 'Why, such as `Vacation`.' },
    ],
    perform: async (z, bundle) => {
      const { calendarId, assignedUserId } = bundle.inputData;
      exactlyOne({ Calendar: calendarId, User: assignedUserId });
      return blockedTime.parse(await blockTime(z, bundle, bundle.inputData));
    },
    ...blockedTime.output,
  },
});
