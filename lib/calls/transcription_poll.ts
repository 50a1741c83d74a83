import type { Bundle, ZObject } from 'zapier-platform-core';

import { type CallFilters, callsAmong } from '../messages/calls.ts';
import { transcriptionPointer } from '../messages/dehydrate.ts';
import type { Message } from '../messages/filter.ts';
import { exportMessages } from '../messages/messages.ts';
import {
  type Transcription,
  transcriptionIn,
  transcriptionRequest,
} from '../messages/transcriptions.ts';
import { outcomeOf } from '../../resources/call.ts';
import { isRecord } from '../../resources/values.ts';
import { sendMany } from '../http/bulk.ts';
import { locationOf } from '../connection/location.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** HighLevel lists no more calls in one request. */
const MOST_CALLS = 500;

/** One request lists the calls; so many more look for their text. */
const MOST_READS = 10;

/** By the id of a call: that its text exists, or when it was last looked for (epoch milliseconds). */
type Looks = Record<string, true | number>;

/**
 * The calls of the last 24 hours whose transcription exists, the newest first. HighLevel has no list
 * of them: calls that were never looked at are looked at first, the newest of them first, then those
 * looked at longest ago. What was seen stays in Zapier's cache; all Zaps of a sub-account share it.
 */
export async function transcribedCalls(z: ZObject, bundle: Bundle, filters: CallFilters) {
  const { messages } = await exportMessages(z, bundle, {
    channel: 'call',
    limit: MOST_CALLS,
    // A sample may be of any age; a Zap starts for calls of the last day only.
    ...(!bundle.meta.isLoadingSample && { startDate: new Date(Date.now() - DAY_MS) }),
  });
  const calls = messages.filter(mayHaveText);
  const key = `transcriptions-${locationOf(bundle)}`;
  const looks = await recall(z, key);
  const found = await lookAt(z, bundle, dueOf(calls, looks), looks);
  await remember(z, key, Object.fromEntries(calls.flatMap(({ id }) => entry(looks, id))));

  return callsAmong(z, calls, filters).flatMap((call) => {
    if (looks[call.id] !== true) return [];
    const transcription = found.get(call.id) ?? transcriptionPointer(z, call.id);
    return [{ ...call, transcription }];
  });
}

/** Nobody speaks in a call that was missed. */
function mayHaveText(call: Message): boolean {
  return call.callDuration !== 0 && outcomeOf(call) !== 'missed';
}

function dueOf(calls: readonly Message[], looks: Looks): string[] {
  const lastLook = (id: string) => Number(looks[id] ?? 0);
  return calls
    .map(({ id }) => id)
    .filter((id) => looks[id] !== true)
    .toSorted((one, other) => lastLook(one) - lastLook(other))
    .slice(0, MOST_READS);
}

/** Looks for the text of calls, and notes it. */
async function lookAt(
  z: ZObject,
  bundle: Bundle,
  ids: readonly string[],
  looks: Looks,
): Promise<Map<string, Transcription>> {
  const outcomes = await sendMany(
    z,
    bundle,
    ids.map((id) => transcriptionRequest(bundle, id)),
  );
  const found = new Map<string, Transcription>();
  ids.forEach((id, index) => {
    const outcome = outcomes[index];
    if (outcome?.state === 'not_started') return;
    const transcription = outcome?.state === 'done' ? transcriptionIn(outcome) : undefined;
    if (transcription) found.set(id, transcription);
    looks[id] = transcription ? true : Date.now();
  });
  return found;
}

function entry(looks: Looks, id: string): [string, true | number][] {
  const look = looks[id];
  return look === undefined ? [] : [[id, look]];
}

/** Without the cache the newest calls are looked at again: later, but none of them is lost. */
async function recall(z: ZObject, key: string): Promise<Looks> {
  const known: unknown = await z.cache.get(key).catch(() => undefined);
  return Object.fromEntries(
    Object.entries(isRecord(known) ? known : {}).flatMap(([id, look]): [string, true | number][] =>
      look === true || typeof look === 'number' ? [[id, look]] : [],
    ),
  );
}

async function remember(z: ZObject, key: string, looks: Looks): Promise<void> {
  await z.cache.set(key, looks, DAY_MS / 1000).catch(() => false);
}
