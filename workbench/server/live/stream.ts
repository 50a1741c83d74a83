import type { ServerResponse } from 'node:http';

import type { LiveState } from '../../api/live.ts';
import { START, type Journal, type Place } from './journal.ts';

/** How many entries are sent together. */
const MOST_AT_ONCE = 500;
/** How long changes are collected, so that they are sent together. */
const GATHER_MS = 40;
/** How soon a browser connects again, and how often the state is looked at. */
const RETRY_MS = 1000;
const STATE_MS = 1000;

/** Reads `12.7`, as the stream numbers its messages. */
export function placeOf(lastEventId: string | undefined): Place {
  const [, revision, number] = /^(\d{1,15})\.(\d{1,15})$/.exec(lastEventId ?? '') ?? [];
  return revision === undefined || number === undefined
    ? START
    : { revision: Number(revision), number: Number(number) };
}

/**
 * Sends a page everything that changes, as server-sent events: `changes`, `gap` and `state`. A slow
 * page gets several changes of an entry as one.
 *
 * @param place what it has seen before it was cut off
 * @returns what ends it
 */
export function stream(
  response: ServerResponse,
  journal: Journal,
  readState: () => Promise<LiveState>,
  place: Place,
): () => void {
  let seen = place;
  let lastState = '';
  let gathering: NodeJS.Timeout | undefined;
  const write = (event: string, data: unknown) =>
    response.write(
      `event: ${event}\nid: ${seen.revision}.${seen.number}\ndata: ${JSON.stringify(data)}\n\n`,
    );
  const flush = () => {
    gathering = undefined;
    // What it has not read yet is enough; 'drain' goes on.
    if (response.writableNeedDrain) return;
    const { entries, gap, place: next } = journal.since(seen, MOST_AT_ONCE);
    if (entries.length === 0) return;
    seen = next;
    if (gap) write('gap', gap);
    write('changes', { entries });
    flush();
  };
  const gather = () => (gathering ??= setTimeout(flush, GATHER_MS));
  const look = async () => {
    const state = await readState();
    const text = JSON.stringify(state);
    if (text === lastState || response.destroyed) return;
    lastState = text;
    write('state', state);
  };
  const timer = setInterval(() => void look(), STATE_MS);
  const forget = journal.onChange(gather);
  response.write(`retry: ${RETRY_MS}\n\n`);
  response.on('drain', flush);
  void look();
  flush();
  const end = () => {
    clearInterval(timer);
    clearTimeout(gathering);
    forget();
    response.end();
  };
  response.once('close', end);
  return end;
}
