import type { RawRecord } from '../../resources/values.ts';
import { DAY_MS } from '../inputs/days.ts';
import { PAGE_SIZE } from '../operations/choices.ts';
import { FIRST_OFFSET } from '../operations/pages.ts';

/** What lists of orders, payments and subscriptions are asked for alike. */
export interface PaymentFilters {
  contactId?: string | undefined;
  /** Words of a name, as in HighLevel's search box. */
  query?: string | undefined;
  mode?: string | undefined;
  /** Epoch milliseconds. HighLevel filters by days, whose zone it does not say: more may come. */
  from?: number | undefined;
  until?: number | undefined;
}

/** A page of a list, and the token of the next one. */
export interface PaymentPage<Entry> {
  entries: Entry[];
  next: string | null;
}

/** Lists are paged by how many entries to skip. @param token of a page */
export function queryOf(
  { contactId, query, mode = 'live', from, until }: PaymentFilters,
  token = FIRST_OFFSET,
  limit = PAGE_SIZE,
): RawRecord {
  return {
    contactId,
    search: query,
    paymentMode: mode === 'any' ? undefined : mode,
    startAt: from === undefined ? undefined : dayOf(from - DAY_MS),
    endAt: until === undefined ? undefined : dayOf(until + DAY_MS),
    limit,
    offset: Number(token),
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Whether something happened in a period. What has no date counts. */
export function isBetween(
  date: string | null,
  { from = -Infinity, until = Infinity }: PaymentFilters,
): boolean {
  if (date === null) return true;
  const time = Date.parse(date);
  return time >= from && time <= until;
}

/** For sorting, the newest first. */
export function newestFirst(
  one: { createdAt: string | null },
  other: { createdAt: string | null },
): number {
  return (other.createdAt ?? '').localeCompare(one.createdAt ?? '');
}
