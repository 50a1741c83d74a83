import { defineCreate } from 'zapier-platform-core';

import { deleteEvent } from '../../lib/calendars/appointments.ts';
import { blockedTimeField } from '../../lib/calendars/blocked_time_fields.ts';
import { removedBlockedTime } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_blocked_time',
  noun: 'Blocked Time',
  display: {
    label: 'Delete Blocked Time',
    description:
      'Deletes a blocked time, so that the calendar or user can be booked then. The block itself cannot be restored.',
  },
  operation: {
    inputFields: [
      { ...blockedTimeField, required: true },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This opens the time for bookings.** To close it again, use **Block Off Time**.',
      },
    ],
    perform: async (z, bundle) => {
      const { blockedTimeId } = bundle.inputData;
      await deleteEvent(z, blockedTimeId);
      return removedBlockedTime.parse({ id: blockedTimeId, deleted: true });
    },
    ...removedBlockedTime.output,
  },
});
