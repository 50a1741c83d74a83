import type { Bundle, ZObject } from 'zapier-platform-core';

import { contactPointer } from '../contacts/dehydrate.ts';
import { DAY_MS } from '../inputs/days.ts';
import { readNews } from '../operations/polling.ts';
import { isAskedFor, type AskedFor } from './filter_fields.ts';
import { newestFirst, type PaymentFilters, type PaymentPage } from './page.ts';

/** What a polling trigger returns of a list of payments or subscriptions. */
interface Entry {
  id: string;
  createdAt: string | null;
  contactId: string | null;
  sourceType: string | null;
  amount: number | null;
  isLive: boolean | null;
}

/** How such a trigger reads its list. */
export interface Watched<One extends Entry> {
  name: string;
  page: (
    z: ZObject,
    bundle: Bundle,
    filters: PaymentFilters,
    token?: string,
  ) => Promise<PaymentPage<One>>;
  /** How many days before the last check something may have begun that is news now; all without it. */
  daysBack?: number;
  /** Whether it is what the trigger tells of. */
  isNews?: (entry: One) => boolean;
}

/** So many pages are read in each check: 1,000 entries. */
const MOST_PAGES = 10;

/** How far back the editor looks for something to show, in days. */
const SAMPLE_DAYS = 365;

/**
 * What is new among payments or subscriptions, the newest first, each with its contact. HighLevel lists
 * them by when they were made and in no order that is documented, and what becomes of one shows only in
 * its row: each check reads all that may have changed, 100 in a request.
 */
export async function paymentNews<One extends Entry>(
  z: ZObject,
  bundle: Bundle<AskedFor & Record<string, unknown>>,
  { name, page, daysBack, isNews = () => true }: Watched<One>,
) {
  const { inputData, meta } = bundle;
  const { mode, contactId } = inputData;
  const startFor = (lastPoll = Date.now()) => {
    if (daysBack === undefined) return undefined;
    return meta.isLoadingSample ? Date.now() - SAMPLE_DAYS * DAY_MS : lastPoll - daysBack * DAY_MS;
  };
  const found = await readNews(
    z,
    bundle,
    {
      name: [name, mode, contactId],
      read: (token, lastPoll) =>
        page(z, bundle, { mode, contactId, from: startFor(lastPoll) }, token),
      idOf: ({ id }) => id,
      dateOf: ({ createdAt }) => createdAt,
      mostPages: MOST_PAGES,
      toTheEnd: true,
    },
    (entries) =>
      entries
        .filter((entry) => isNews(entry) && isAskedFor(entry, inputData))
        .toSorted(newestFirst),
  );
  return found.map((entry) => ({ ...entry, contact: contactPointer(z, entry.contactId) }));
}
