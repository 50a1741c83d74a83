import { defineTrigger, type WebhookTriggerPerformList } from 'zapier-platform-core';

import { eventFields } from '../../lib/api/event_fields.ts';
import { asItComes, eventAskedFor } from '../../lib/api/events.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { outputWithExample } from '../../resources/other_event.ts';

export const perform = ((_z, bundle, event) => [
  asItComes(eventAskedFor(bundle.inputData), event),
]) satisfies EventPerform<typeof eventFields>;

/** HighLevel keeps no list of events: the editor shows the sample. */
export const performList = ((_z, bundle) => {
  eventAskedFor(bundle.inputData);
  return [];
}) satisfies WebhookTriggerPerformList<typeof eventFields>;

export default defineTrigger({
  key: 'other_event',
  noun: 'Event',
  display: {
    label: 'Other Event',
    description:
      'Triggers when an event that you name happens, for events without a trigger of their own. Instant.',
  },
  operation: {
    type: 'hook',
    inputFields: eventFields,
    performList,
    ...hookOn(({ inputData }) => [eventAskedFor(inputData)], perform),
    ...outputWithExample(),
  },
});
