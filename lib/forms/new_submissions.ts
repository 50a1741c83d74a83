import type { Bundle, ZObject } from 'zapier-platform-core';

import { contactPointer } from '../contacts/dehydrate.ts';
import { readNews, type NewsList } from '../operations/polling.ts';
import { DAY_MS } from '../inputs/days.ts';
import type { FormKind } from './kinds.ts';
import { questionNames, withQuestionNames } from './questions.ts';
import { submissionsPage, type Submission } from './submissions_page.ts';

/** So many pages are read when all of them are news: 1,000 submissions. */
const MOST_PAGES = 10;

/** How far back the editor looks for a submission to show, in days. */
const SAMPLE_DAYS = 365;

/** The submissions that a polling trigger returns, the newest first, each with its contact. */
export async function newSubmissions(
  z: ZObject,
  bundle: Bundle,
  kind: FormKind,
  formId: string | undefined,
) {
  const found = await readNews(z, bundle, newsOf(z, bundle, kind, formId), (entries) =>
    entries.toSorted(newestFirst),
  );
  const nameOf = await questionNames(z, bundle, found);
  return found.map((entry) => ({
    ...withQuestionNames(entry, nameOf),
    contact: contactPointer(z, entry.contactId),
  }));
}

function newsOf(
  z: ZObject,
  bundle: Bundle,
  kind: FormKind,
  formId: string | undefined,
): NewsList<Submission> {
  return {
    name: [kind.plural, formId],
    read: async (token, lastPoll) => {
      const from = bundle.meta.isLoadingSample
        ? Date.now() - SAMPLE_DAYS * DAY_MS
        : (lastPoll ?? Date.now());
      const page = await submissionsPage(z, bundle, kind, { formId, from }, token);
      return {
        entries: page.submissions,
        next: page.next,
        // In any other order, what is news may be on the last page.
        ...(!isNewestFirst(page.submissions) && { reaches: new Date().toISOString() }),
      };
    },
    idOf: ({ id }) => id,
    dateOf: ({ dateAdded }) => dateAdded,
    mostPages: MOST_PAGES,
  };
}

function isNewestFirst(rows: readonly Submission[]): boolean {
  return rows.every((row, index) => {
    const before = rows[index - 1];
    return before === undefined || newestFirst(before, row) <= 0;
  });
}

/** For sorting. */
export function newestFirst(one: Submission, other: Submission): number {
  return (other.dateAdded ?? '').localeCompare(one.dateAdded ?? '');
}
