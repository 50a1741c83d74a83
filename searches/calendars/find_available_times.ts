import { defineSearch, type SearchPerform } from 'zapier-platform-core';

import { findAvailableTimes } from '../../lib/calendars/available.ts';
import { availableTimesFields as inputFields } from '../../lib/calendars/available_fields.ts';
import { availableTimes } from '../../resources/available_times.ts';

export const perform = (async (z, bundle) => {
  const found = await findAvailableTimes(z, bundle, bundle.inputData);
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_available_times',
  noun: 'Available Time',
  display: {
    label: 'Find Available Times',
    description:
      'Finds when a calendar is free, the earliest time first, as one text for a message (Summary) and as line items. If there are no free times, this step finds nothing. To book, map First Time to the Start Time of Book Appointment.',
  },
  operation: { inputFields, perform, ...availableTimes.output },
});
