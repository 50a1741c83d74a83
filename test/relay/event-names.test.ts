import { describe, expect, test } from '@jest/globals';

import type { HookEvent } from '../../lib/hooks/events.ts';
import { eventName } from '../../relay/event-names.ts';
import { CONVERSATION_STARTED, SUBSCRIBABLE_EVENTS } from '../../relay/events.ts';

/** The type checker refuses this file when the connector asks for an event that the relay refuses. */
type Refused = Exclude<HookEvent, (typeof SUBSCRIBABLE_EVENTS)[number]>;
const refused: [Refused] extends [never] ? 'none' : Refused = 'none';

describe('the names of events', () => {
  test('the connector asks for none that the relay refuses', () => {
    expect(refused).toBe('none');
  });

  test.each(SUBSCRIBABLE_EVENTS.filter((name) => name !== CONVERSATION_STARTED))(
    '%s is one of HighLevel, by its type and in an address',
    (name) => {
      expect(eventName(name, undefined)).toBe(name);
      expect(eventName(undefined, name)).toBe(name);
    },
  );
});
