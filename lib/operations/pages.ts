import type { Bundle } from 'zapier-platform-core';

import { remainingMs } from '../http/step_context.ts';
import { PAGE_SIZE } from './choices.ts';

/** The token of the first page of a list that is paged by how many entries to skip. */
export const FIRST_OFFSET = '0';

/** The token of the page after one of such a list; null where that one is not full. */
export function nextOffset(
  token: string,
  page: readonly unknown[],
  size = PAGE_SIZE,
): string | null {
  return page.length < size ? null : String(Number(token) + size);
}

/** How far a list is read. */
export interface PageLimits {
  mostPages: number;
  /** What a page may take, in milliseconds: none is asked for with less time left. */
  pageMs: number;
}

/**
 * The pages of a list, one after the other, until its end or as far as the limits and the step's time
 * allow. Where the last one has a `next`, there is more.
 *
 * @param first the token of the first page
 */
export async function* pagesOf<Page extends { next: string | null }>(
  bundle: Bundle,
  first: string,
  read: (token: string) => Promise<Page>,
  { mostPages, pageMs }: PageLimits,
): AsyncGenerator<Page, void, undefined> {
  let token: string | null = first;
  for (let count = 0; count < mostPages && token !== null; count += 1) {
    if (count > 0 && remainingMs(bundle) < pageMs) return;
    const page: Page = await read(token);
    yield page;
    token = page.next;
  }
}

/** What was found of a list, and whether it was read to its end. */
export interface Gathered<Entry> {
  entries: Entry[];
  isEnd: boolean;
}

/**
 * The wanted entries of a list, read until there are more than asked for.
 *
 * @param first the token of the first page
 * @param wantedOf the entries of a page that a person asked for
 * @param most how many are asked for; all of them without it
 */
export async function gather<Page extends { next: string | null }, Entry>(
  bundle: Bundle,
  first: string,
  read: (token: string) => Promise<Page>,
  wantedOf: (page: Page) => Entry[],
  { most = Infinity, ...limits }: PageLimits & { most?: number },
): Promise<Gathered<Entry>> {
  const entries: Entry[] = [];
  let isEnd = false;
  for await (const page of pagesOf(bundle, first, read, limits)) {
    entries.push(...wantedOf(page));
    isEnd = page.next === null;
    if (entries.length > most) break;
  }
  return { entries, isEnd };
}

/**
 * The next page on which anything is left of what HighLevel cannot filter by: an empty page with more
 * behind it looks like the end to Zapier.
 *
 * @param first the token of the first page
 * @param keep whether an entry is one that a person asked for
 */
export async function nextPageWith<Entry>(
  bundle: Bundle,
  first: string,
  read: (token: string) => Promise<{ entries: Entry[]; next: string | null }>,
  keep: (entry: Entry) => boolean,
): Promise<{ entries: Entry[]; next: string | null }> {
  let page: { entries: Entry[]; next: string | null } = { entries: [], next: first };
  for await (const { entries, next } of pagesOf(bundle, first, read, LOOKED_THROUGH)) {
    page = { entries: entries.filter(keep), next };
    if (page.entries.length > 0) break;
  }
  return page;
}

/** So many pages are looked through for one on which anything is left. */
const LOOKED_THROUGH: PageLimits = { mostPages: 10, pageMs: 6_000 };

/** A list in parts, for endpoints that take so many entries at once. */
export function chunksOf<Entry>(entries: readonly Entry[], size: number): Entry[][] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, part) =>
    entries.slice(part * size, (part + 1) * size),
  );
}
