import type { ZObject } from 'zapier-platform-core';

import { callItem, outcomeOf, type CallOutcome } from '../../resources/call.ts';
import type { RecordOf } from '../../resources/define.ts';
import { isSameNumber } from '../inputs/phone.ts';
import { invalid } from '../inputs/refusal.ts';
import type { Message } from './filter.ts';
import { messageById } from './find.ts';
import { withPointers } from './messages.ts';

/** What calls may be asked for. */
export interface CallFilters {
  direction?: string;
  /** Outcomes of resources/call.ts, and `nobody` for those in which nobody answered. */
  outcome?: readonly string[];
  /** The number that was called, in E.164. */
  to?: string;
  /** Seconds. */
  minimumDuration?: number;
}

/**
 * The messages that are calls a person asked for, as the trigger gives them.
 *
 * @throws errors.Error where no call can be asked for
 */
export function callsAmong(
  z: ZObject,
  entries: readonly Message[],
  filters: CallFilters,
  messageId?: string | null,
): RecordOf<typeof callItem>[] {
  checkFilters(filters);
  return entries.flatMap((entry) => {
    const outcome = outcomeOf(entry);
    if (!isWantedCall(entry, outcome, filters)) return [];
    return [callItem.parse({ ...withPointers(z, entry, messageId), outcome })];
  });
}

function checkFilters({ direction, to }: CallFilters): void {
  if (direction !== 'outbound' || to === undefined) return;
  throw invalid(
    'Nothing can match: "Called Number" is a number of your sub-account, and outbound calls are made to contacts.',
    'Choose inbound calls in "Direction", or empty "Called Number".',
  );
}

function isWantedCall(
  { channel, direction, callDuration, to }: Message,
  outcome: CallOutcome | null,
  filters: CallFilters,
): boolean {
  if (channel !== 'call' && channel !== 'voicemail') return false;
  if (filters.direction !== undefined && direction !== filters.direction) return false;
  if (!isAmong(outcome, filters.outcome)) return false;
  if (filters.to !== undefined && !isSameNumber(to ?? '', filters.to)) return false;
  return (callDuration ?? 0) >= (filters.minimumDuration ?? 0);
}

function isAmong(outcome: CallOutcome | null, wanted: readonly string[] | undefined): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  if (outcome === null) return false;
  return wanted.includes(outcome) || (outcome !== 'answered' && wanted.includes('nobody'));
}

/** A call with the numbers that its event leaves out. One request, where they are missing. */
export async function withNumbers(
  z: ZObject,
  call: Message,
  messageId: string | null,
): Promise<Message> {
  const isCall = call.channel === 'call' || call.channel === 'voicemail';
  if (!isCall || call.to || messageId === null) return call;
  const found = await messageById(z, messageId);
  return found ? { ...call, from: found.entry.from, to: found.entry.to } : call;
}
