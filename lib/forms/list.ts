import type { Bundle, ZObject } from 'zapier-platform-core';

import { submissionList } from '../../resources/submission.ts';
import { exactlyOne } from '../inputs/alternatives.ts';
import { readPeriod } from '../inputs/dates.ts';
import { localTime } from '../inputs/local_time.ts';
import { pagesOf } from '../operations/pages.ts';
import { DAY_MS } from '../inputs/days.ts';
import type { FormKind } from './kinds.ts';
import { submittedAfterField, submittedBeforeField } from './list_fields.ts';
import { newestFirst } from './new_submissions.ts';
import { questionNames, withQuestionNames } from './questions.ts';
import { submissionsPage, type Submission } from './submissions_page.ts';

/** Which submissions, in the words of the input fields. */
export interface SubmissionListInput {
  contactId?: string;
  query?: string;
  /** ISO 8601 */
  startDate?: string;
  endDate?: string;
  limit?: number;
}

const DEFAULT_DAYS = 30;

const DEFAULT_LIMIT = 100;

/** So many submissions are looked through: HighLevel's order is not known, so all of them are read. */
const LIMITS = {
  mostPages: 20,
  /** With the names of the questions. */
  pageMs: 8_000,
};

/**
 * The latest submissions of a form, or of all forms, the newest first.
 *
 * @returns undefined where none fits
 */
export async function listSubmissions(
  z: ZObject,
  bundle: Bundle,
  kind: FormKind,
  { formId, ...input }: SubmissionListInput & { formId?: string | undefined },
) {
  const { contactId, query, limit = DEFAULT_LIMIT } = input;
  exactlyOne({ Contact: contactId, 'Search Text': query }, { atLeast: 0 });
  const { startDate, endDate } = readPeriod(
    { label: submittedAfterField.label, time: input.startDate },
    { label: submittedBeforeField.label, time: input.endDate },
    bundle.meta.timezone,
  );
  const until = endDate?.getTime() ?? Date.now();
  const from = startDate?.getTime() ?? until - DEFAULT_DAYS * DAY_MS;
  const filters = { formId, query: contactId ?? query, from, until };
  const found = new Map<string, Submission>();
  let isEnd = false;
  const read = (token: string) => submissionsPage(z, bundle, kind, filters, token);
  for await (const { submissions, next } of pagesOf(bundle, '1', read, LIMITS)) {
    for (const entry of submissions) {
      const time = Date.parse(entry.dateAdded ?? '');
      const isWanted = contactId === undefined || entry.contactId === contactId;
      if (isWanted && time >= from && time <= until) found.set(entry.id, entry);
    }
    isEnd = next === null;
  }
  const rows = [...found.values()].toSorted(newestFirst).slice(0, limit);
  const [newest] = rows;
  if (!newest) return undefined;
  const nameOf = await questionNames(z, bundle, rows);
  const named = rows.map((row) => withQuestionNames(row, nameOf));
  return submissionList.parse({
    id: newest.id,
    summary: named.map((row) => summaryLine(row, bundle.meta.timezone)).join('\n'),
    count: named.length,
    hasMore: !isEnd || found.size > rows.length,
    submissions: named.map((row) => ({ ...row, formName: nameOfForm(row) })),
  });
}

function nameOfForm(row: Submission): string | null {
  return 'formName' in row ? row.formName : row.surveyName;
}

/** `2026-11-20 10:02 Anna Example (New Patient): First Name: Anna, Insurance: Private` */
function summaryLine(row: Submission, timezone: string | null | undefined): string {
  const time = row.dateAdded && localTime(row.dateAdded, timezone);
  const name = nameOfForm(row);
  const who = row.name ?? row.email ?? row.phone ?? 'Somebody';
  const heading = [time, who, name && `(${name})`].filter(Boolean).join(' ');
  return `${heading}: ${row.answersText?.replaceAll('\n', ', ') ?? 'no answers'}`;
}
