import { describe, expect, test } from '@jest/globals';

import type { HookEvent } from '../../lib/hooks/events.ts';
import { CONVERSATION_STARTED, eventName } from '../../relay/event-names.ts';
import { isSubscribable, SUBSCRIBABLE_EVENTS } from '../../relay/events.ts';

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

  test.each(['RecordImported', 'Whatever', 'constructor'])(
    '%s may be subscribed to: it may come',
    (name) => {
      expect(isSubscribable(name)).toBe(true);
      expect(eventName(undefined, name)).toBe(name);
    },
  );

  test('an event that HighLevel has added is named by its type where no address does', () => {
    expect(eventName('RecordImported', undefined)).toBe('RecordImported');
    expect(eventName('RecordImported', 'Whatever')).toBe('Whatever');
    // A record's own type is one word.
    expect(eventName('PHYSICAL', undefined)).toBeUndefined();
    expect(eventName('Physical', undefined)).toBeUndefined();
  });

  test.each([
    'INSTALL',
    'UNINSTALL',
    'PLAN_CHANGE',
    'EXTERNAL_AUTH_CONNECTED',
    'ProofRequested',
    'StepResumed',
    '',
    'ab',
    'x'.repeat(65),
    'Contact Create',
    'Contact1',
    'Whatever.New',
    '__proto__',
    'Kontakt\u00e9',
  ])('%j may not, and no address names it', (name) => {
    expect(isSubscribable(name)).toBe(false);
    expect(eventName(undefined, name)).toBeUndefined();
  });

  test.each(['ConversationStarted', 'ProofRequested', 'StepResumed'])(
    "%s is the relay's own: HighLevel's events are never called so",
    (name) => {
      expect(eventName(name, undefined)).toBeUndefined();
      expect(eventName(undefined, name)).toBeUndefined();
    },
  );
});
