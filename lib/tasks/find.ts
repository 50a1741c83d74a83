import type { Bundle, ZObject } from 'zapier-platform-core';

import { pagesOf } from '../operations/pages.ts';
import { dueFilter, type DueInput } from './due.ts';
import { searchTasks, type TaskFilters, type TaskPage } from './tasks.ts';

/** So many pages are looked through for one with a task that is due then. */
const LIMITS = { mostPages: 10, pageMs: 6_000 };

/**
 * The next page with tasks that fit, the latest first: one request, and more where tasks of other
 * due dates stand before.
 *
 * @param token the `next` of the page before
 */
export async function findTasks(
  z: ZObject,
  bundle: Bundle,
  { dueAfter, dueBefore, ...filters }: TaskFilters & DueInput,
  token = '0',
): Promise<TaskPage> {
  const isDue = dueFilter(bundle, { dueAfter, dueBefore });
  const read = (from: string) => searchTasks(z, bundle, filters, from);
  let page: TaskPage = { tasks: [], next: token };
  for await (const { tasks, next } of pagesOf(bundle, token, read, LIMITS)) {
    page = { tasks: tasks.filter(isDue), next };
    if (page.tasks.length > 0) break;
  }
  return page;
}
