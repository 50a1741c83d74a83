import { AREAS } from '../../areas.ts';
import { eventsOfTrigger } from '../../lib/hooks/hooks.ts';
import type { Area } from '../../lib/operations/areas.ts';
import { isRecord, toRecord, toText } from '../../resources/values.ts';
import { readSnapshot } from '../contract/snapshot.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import type { Listed } from './listed.ts';

const KINDS = ['triggers', 'searches', 'creates'] as const;

/** The operations of the integration by their paths: `creates.add_note`. */
const OPERATIONS: ReadonlyMap<string, Record<string, unknown>> = new Map(
  Object.values<Area>(AREAS).flatMap((area) =>
    KINDS.flatMap((kind) =>
      Object.entries(area[kind] ?? {}).map(
        ([key, entry]) => [`${kind}.${key}`, toRecord(entry)] as const,
      ),
    ),
  ),
);

/** What the relay makes an event of its own from. */
const MADE_FROM: Readonly<Record<string, readonly string[]>> = {
  ConversationStarted: ['InboundMessage', 'OutboundMessage'],
};

/** The events that each trigger is told of, in HighLevel's names, by its path. */
function eventsOfTriggers(): Record<string, readonly string[]> {
  return Object.fromEntries(
    [...OPERATIONS].flatMap(([path, { operation }]) => {
      const events = isRecord(operation) ? eventsOfTrigger(operation) : [];
      return events.length === 0
        ? []
        : [[path, events.flatMap((event) => MADE_FROM[event] ?? [event])]];
    }),
  );
}

/** The coverage of the integration as it is. */
export function ownCoverage(listed: Listed): Coverage {
  // What hydrators reach stands in reasons.ts, in words: people know them by the steps that use them.
  const reached = Object.entries(readSnapshot()).filter(([path]) => OPERATIONS.has(path));
  return coverageOf(listed, Object.fromEntries(reached), eventsOfTriggers());
}

/** What people call an operation: `Add Note`. A hidden one fills a dropdown. */
export function labelOf(path: string): string {
  const { label, hidden } = toRecord(OPERATIONS.get(path)?.['display']);
  return hidden === true ? 'a dropdown' : (toText(label) ?? path);
}
