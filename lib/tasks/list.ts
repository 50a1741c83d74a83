import type { Bundle, ZObject } from 'zapier-platform-core';

import { taskList } from '../../resources/lists.ts';
import { localTime } from '../inputs/local_time.ts';
import { gather } from '../operations/pages.ts';
import { dueFilter, type DueInput } from './due.ts';
import { searchTasks, type TaskFilters, type TaskPage } from './tasks.ts';

/** Which tasks, in the words of the input fields. */
export interface TaskListInput extends TaskFilters, DueInput {
  limit?: number;
}

type Task = TaskPage['tasks'][number];

const DEFAULT_LIMIT = 100;

/** So many tasks are looked through, in pages: HighLevel filters by no date. */
const LIMITS = { mostPages: 20, pageMs: 6_000 };

/**
 * Tasks of the sub-account, those that are due first at the top.
 *
 * @returns undefined where none fits
 */
export async function listTasks(
  z: ZObject,
  bundle: Bundle,
  { dueAfter, dueBefore, limit = DEFAULT_LIMIT, ...filters }: TaskListInput,
) {
  const isDue = dueFilter(bundle, { dueAfter, dueBefore });
  const read = (token: string) => searchTasks(z, bundle, filters, token);
  const { entries: found, isEnd } = await gather(
    bundle,
    '0',
    read,
    ({ tasks }) => tasks.filter(isDue),
    LIMITS,
  );
  const rows = found.toSorted(dueFirst).slice(0, limit);
  const [first] = rows;
  if (!first) return undefined;
  return taskList.parse({
    id: first.id,
    summary: rows.map((row) => summaryLine(row, bundle.meta.timezone)).join('\n'),
    count: rows.length,
    hasMore: !isEnd || found.length > rows.length,
    tasks: rows,
  });
}

/** For sorting; tasks without a date come last. */
function dueFirst(one: Task, other: Task): number {
  return (one.dueDate ?? '9').localeCompare(other.dueDate ?? '9');
}

/** `Send the offer (Anna Example), due 2026-11-24 09:00` */
function summaryLine(
  { title, contactName, dueDate, completed }: Task,
  timezone: string | null | undefined,
): string {
  const what = [title ?? 'Task without a title', contactName && `(${contactName})`];
  const due = dueDate && `due ${localTime(dueDate, timezone)}`;
  return [what.filter(Boolean).join(' '), due, completed === true && 'completed']
    .filter(Boolean)
    .join(', ');
}
