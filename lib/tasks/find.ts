import type { Bundle, ZObject } from 'zapier-platform-core';

import { nextPageWith } from '../operations/pages.ts';
import { dueFilter, type DueInput } from './due.ts';
import { searchTasks, type TaskFilters, type TaskPage } from './tasks.ts';

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
  const read = async (from: string) => {
    const { tasks, next } = await searchTasks(z, bundle, filters, from);
    return { entries: tasks, next };
  };
  const { entries, next } = await nextPageWith(bundle, token, read, isDue);
  return { tasks: entries, next };
}
