import { createHash } from 'node:crypto';

import type { Bundle, ZObject } from 'zapier-platform-core';

import { toRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { remainingMs } from '../http/step_context.ts';

/** A page of a list that is read from its newest entry on. */
export interface NewsPage<Entry> {
  entries: Entry[];
  /** The token of the next page; null at the end. */
  next: string | null;
  /** ISO 8601: how far back the page goes, where that is not its last entry's date. */
  reaches?: string | null;
}

/** How a polling trigger reads its list. */
export interface NewsList<Entry> {
  /** What tells this list from others of the sub-account, such as `contacts` and its filters. */
  name: unknown;
  /** @param lastPoll epoch milliseconds; undefined for the first poll */
  read: (token: string | undefined, lastPoll: number | undefined) => Promise<NewsPage<Entry>>;
  /** What makes an entry news: Zapier starts a Zap once for each. */
  idOf: (entry: Entry) => string;
  /** ISO 8601: the moment by which the list is sorted, the latest first. */
  dateOf: (entry: Entry) => string | null;
  /** How many pages one poll reads at most. */
  mostPages: number;
  /** Whether all of the list may be news: it is read to its end. */
  toTheEnd?: boolean;
}

/** What a poll leaves behind for the next one. */
interface Memory {
  /** When it ran, in epoch milliseconds. */
  at: number;
  /** ISO 8601: the date of an entry that it knew, with the newer ones; blank where there was none. */
  until: string;
  /** Whether time ran out before it met what it knew: the next poll tries once more. */
  unfinished: boolean;
}

/**
 * Zaps that ask for the same share a memory, and each polls at its own time, every 15 minutes or
 * more often: what is younger than this may be news for one of them.
 */
export const SHARED_WINDOW_MS = 20 * 60_000;

const MEMORY_SECONDS = 7 * 86_400;

/**
 * A poll remembers how far back the newest so many entries went. The next one reads as far: what an
 * import wrote with a date in the past is between them. Half a page at most, so that a page holds
 * them when little happened.
 */
const REMEMBERED = 50;

/** What a page may take, in milliseconds: none is asked for with less time left. */
const PAGE_MS = 6_000;

/**
 * What a polling trigger returns. One request when nothing happened; when the whole page may be
 * news, it reads on until it meets what an earlier poll knew, so that a burst loses nothing.
 *
 * @param toItems makes the trigger's items of the entries; only when it is through does the next
 * poll count them as known. `since` is the moment, in epoch milliseconds, after which anything may
 * be news
 */
export async function readNews<Entry, Item>(
  z: ZObject,
  bundle: Bundle,
  list: NewsList<Entry>,
  toItems: (entries: Entry[], since: number) => Item[] | Promise<Item[]>,
): Promise<Item[]> {
  const key = memoryKey(bundle, list.name);
  const memory = await recall(z, key);
  const { entries, inTime } = await readOn(bundle, list, memory);
  const items = await toItems(entries, (memory?.at ?? Date.now()) - SHARED_WINDOW_MS);
  // What only the editor's test has seen is still news.
  if (!bundle.meta.isLoadingSample) {
    const deepest = entries.at(REMEMBERED - 1) ?? entries.at(-1);
    const until = (deepest && list.dateOf(deepest)) ?? '';
    const seen = { at: Date.now(), until, unfinished: false };
    await remember(
      z,
      key,
      inTime || !memory || memory.unfinished ? seen : { ...memory, unfinished: true },
    );
  }
  return items;
}

async function readOn<Entry>(
  bundle: Bundle,
  list: NewsList<Entry>,
  memory: Memory | undefined,
): Promise<{ entries: Entry[]; inTime: boolean }> {
  const found = new Map<string, Entry>();
  /** Whether what comes after this date was known before. */
  const isKnown = (date: string) =>
    !(memory && date > memory.until) && !(Date.parse(date) >= Date.now() - SHARED_WINDOW_MS);
  let token: string | undefined;
  for (let page = 0; page < list.mostPages; page += 1) {
    if (page > 0 && remainingMs(bundle) < PAGE_MS) {
      return { entries: [...found.values()], inTime: false };
    }
    const { entries, next, reaches } = await list.read(token, memory?.at);
    for (const entry of entries) {
      if (!found.has(list.idOf(entry))) found.set(list.idOf(entry), entry);
    }
    if (next === null || bundle.meta.isLoadingSample) break;
    const last = entries.at(-1);
    if (!list.toTheEnd && isKnown(reaches ?? (last && list.dateOf(last)) ?? '')) break;
    token = next;
  }
  return { entries: [...found.values()], inTime: true };
}

function memoryKey(bundle: Bundle, name: unknown): string {
  const text = JSON.stringify([locationOf(bundle), name]);
  return `poll-${createHash('sha256').update(text).digest('base64url')}`;
}

/** Without its memory a poll reads as far as the shared window. */
async function recall(z: ZObject, key: string): Promise<Memory | undefined> {
  const kept: unknown = await z.cache.get(key).catch(() => undefined);
  const { at, until, unfinished } = toRecord(kept);
  return typeof at === 'number' && typeof until === 'string'
    ? { at, until, unfinished: unfinished === true }
    : undefined;
}

async function remember(z: ZObject, key: string, memory: Memory): Promise<void> {
  await z.cache.set(key, memory, MEMORY_SECONDS).catch(() => false);
}
