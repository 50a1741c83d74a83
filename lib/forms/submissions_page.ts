import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import type { formSubmission, surveySubmission } from '../../resources/submission.ts';
import { isRecord, toList, toNumber, toRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { DAY_MS } from '../inputs/days.ts';
import type { FormKind } from './kinds.ts';

/** What forms and surveys have in common of a submission, and the names of either. */
export type Submission = RecordOf<typeof formSubmission> | RecordOf<typeof surveySubmission>;

/** Which submissions. */
export interface SubmissionFilters {
  formId?: string | undefined;
  /** A contact's ID, or words of a name, email or phone number. */
  query?: string | undefined;
  /** Epoch milliseconds. HighLevel filters by days, whose zone it does not say: more may come. */
  from: number;
  until?: number | undefined;
}

export interface SubmissionsPage {
  submissions: Submission[];
  next: string | null;
}

/** HighLevel gives at most this many submissions at once. */
const PAGE_SIZE = 100;

/**
 * A page of submissions, in HighLevel's order, which it does not say. The dates are widened by a day:
 * HighLevel asks for days, and the day is another one in other zones.
 */
export async function submissionsPage(
  z: ZObject,
  bundle: Bundle,
  kind: FormKind,
  { formId, query, from, until = Date.now() }: SubmissionFilters,
  token = '1',
): Promise<SubmissionsPage> {
  const locationId = locationOf(bundle);
  const { data } = await send(z, {
    url: path`/${kind.plural}/submissions`,
    params: {
      locationId,
      page: Number(token),
      limit: PAGE_SIZE,
      [kind.idKey]: formId,
      q: query,
      startAt: dayOf(from - DAY_MS),
      endAt: dayOf(until + DAY_MS),
    },
  });
  const { submissions, meta } = toRecord(data);
  const rows = toList(submissions)
    .filter(isRecord)
    .map((raw) => kind.submission.parse({ locationId, ...raw }));
  const next = toNumber(toRecord(meta)['nextPage']);
  return { submissions: rows, next: next === null ? null : String(next) };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
