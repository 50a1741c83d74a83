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
    description: 'Finds when a calendar is free, for Book Appointment or to offer to a contact.',
  },
  operation: { inputFields, perform, ...availableTimes.output },
});
