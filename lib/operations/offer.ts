import { toRecord } from '../../resources/values.ts';
import { hasRelay, usesPrivateToken } from '../connection/environment.ts';

/** Triggers that check every few minutes, by key, and the instant one that does the same. */
export const INSTANT_TWINS: Readonly<Record<string, string>> = {
  new_contact: 'contact_created',
  new_conversation: 'conversation_started',
};

interface Operation {
  key: string;
  display: object;
  operation: object;
}

/** Whether an operation runs with the webhook relay only: an instant trigger, or a step that waits. */
export function needsRelay(operation: object): boolean {
  return toRecord(operation)['type'] === 'hook' || 'performResume' in operation;
}

/**
 * The operations that a version offers. The others are hidden and not left out: Zaps that use them
 * go on.
 *
 * @param hasRelay `no` hides what needs the webhook relay; `yes` hides the triggers that check every
 *   few minutes where an instant one does the same; anything else hides nothing
 */
export function offerFor<Operations extends Readonly<Record<string, Operation>>>(
  hasRelay: string | undefined,
  operations: Operations,
): Operations {
  if (hasRelay !== 'yes' && hasRelay !== 'no') return operations;
  // The same operations under the same keys.
  return Object.fromEntries(
    Object.entries(operations).map(([key, entry]) => {
      const display = isOffered(hasRelay, entry)
        ? entry.display
        : { ...entry.display, hidden: true };
      return [key, { ...entry, display }];
    }),
  ) as Operations;
}

/**
 * The operations of this version, as `HAS_RELAY` and `AUTH` say. One that connects by a private token
 * has no app, and so no webhooks: what needs the relay is left out of it.
 */
export function offered<Operations extends Readonly<Record<string, Operation>>>(
  operations: Operations,
): Operations {
  if (!usesPrivateToken()) return offerFor(hasRelay(), operations);
  // Those that are left are under their own keys; the others are typed, and missing.
  return Object.fromEntries(
    Object.entries(offerFor('no', operations)).filter(
      ([, { operation }]) => !needsRelay(operation),
    ),
  ) as Operations;
}

function isOffered(hasRelay: 'yes' | 'no', { key, operation }: Operation): boolean {
  return hasRelay === 'yes' ? !Object.hasOwn(INSTANT_TWINS, key) : !needsRelay(operation);
}
