import type { Bundle, ZObject } from 'zapier-platform-core';

import { taskList } from '../../resources/lists.ts';
import { remainingMs } from '../http/step_context.ts';
import { readPeriod } from '../inputs/dates.ts';
import { localTime } from '../inputs/local_time.ts';
import { dueAfterField, dueBeforeField } from './list_fields.ts';
import { searchTasks, type TaskFilters, type TaskPage } from './tasks.ts';

/** Which tasks, in the words of the input fields. */
export interface TaskListInput extends TaskFilters {
  /** ISO 8601 */
  dueAfter?: string;
  dueBefore?: string;
  limit?: number;
}

type Task = TaskPage['tasks'][number];

const DEFAULT_LIMIT = 100;

/** So many tasks are looked through, in pages: HighLevel filters by no date. */
const MOST_PAGES = 20;

/** What a page may take, in milliseconds. */
const PAGE_MS = 6_000;

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
  const { startDate, endDate } = readPeriod(
    { label: dueAfterField.label, time: dueAfter },
    { label: dueBeforeField.label, time: dueBefore },
    bundle.meta.timezone,
  );
  const found: Task[] = [];
  let token: string | null = '0';
  for (let page = 0; page < MOST_PAGES && token !== null; page += 1) {
    if (page > 0 && remainingMs(bundle) < PAGE_MS) break;
    const { tasks, next }: TaskPage = await searchTasks(z, bundle, filters, token);
    found.push(...tasks.filter((entry) => isDueIn(entry, startDate, endDate)));
    token = next;
  }
  const rows = found.toSorted(dueFirst).slice(0, limit);
  const [first] = rows;
  if (!first) return undefined;
  return taskList.parse({
    id: first.id,
    summary: rows.map((row) => summaryLine(row, bundle.meta.timezone)).join('\n'),
    count: rows.length,
    hasMore: token !== null || found.length > rows.length,
    tasks: rows,
  });
}

function isDueIn({ dueDate }: Task, from: Date | undefined, until: Date | undefined): boolean {
  if (!from && !until) return true;
  const due = Date.parse(dueDate ?? '');
  return due >= (from?.getTime() ?? -Infinity) && due <= (until?.getTime() ?? Infinity);
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
