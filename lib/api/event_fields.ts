import { defineInputFields } from 'zapier-platform-core';

import { EVENT_NAMES } from '../hooks/events.ts';

export const eventFields = defineInputFields([
  {
    key: 'event',
    label: 'Event',
    type: 'string',
    required: true,
    meta: { kind: 'word' },
    choices: Object.fromEntries(EVENT_NAMES.map((name) => [name, wordsOf(name)])),
    helpText:
      "Choose an event. If HighLevel has a new one, use a custom value: its name in HighLevel's webhook documentation, such as `RecordImported`, in the same upper and lower case. HighLevel sends an event only after the publisher of this integration has switched it on. A test in the editor shows a sample, because HighLevel keeps no list of events.",
  },
]);

/** `ContactTagUpdate` as words. */
function wordsOf(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ');
}
