import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { task } from '../../resources/task.ts';
import { callList } from '../http/client.ts';
import { path } from '../http/path.ts';
import { locationOf } from '../connection/location.ts';
import { defineRecords } from '../records/records.ts';

/** What tasks may be searched by. */
export interface TaskFilters {
  contactId?: string;
  assignedTo?: string;
  completed?: boolean;
  /** Words of the title or description. */
  query?: string;
}

/** HighLevel gives at most this many tasks at once. */
const TASKS_PAGE = 100;

/** A page of tasks and the token of the next one. */
export interface TaskPage {
  tasks: RecordOf<typeof task>[];
  next: string | null;
}

/** The tasks for a contact. */
export const tasksFor = (contactId: string) =>
  defineRecords(task, {
    path: path`/contacts/${contactId}/tasks`,
    one: 'task',
    many: 'tasks',
    known: { contactId },
  });

/**
 * Tasks of the sub-account, the latest first, and the token of the next page.
 *
 * @param token how many tasks the pages before held
 */
export async function searchTasks(
  z: ZObject,
  bundle: Bundle,
  filters: TaskFilters,
  token = '0',
): Promise<TaskPage> {
  const { contactId, assignedTo, completed, query } = filters;
  const skip = Number(token);
  const tasks = await callList(z, task, 'tasks', {
    method: 'POST',
    url: path`/locations/${locationOf(bundle)}/tasks/search`,
    body: {
      contactId: contactId === undefined ? undefined : [contactId],
      assignedTo: assignedTo === undefined ? undefined : [assignedTo],
      completed,
      query,
      limit: TASKS_PAGE,
      skip,
    },
    repeatable: true,
  });
  return { tasks, next: tasks.length === TASKS_PAGE ? String(skip + TASKS_PAGE) : null };
}

/** So many pages of tasks are looked through for one. */
const MOST_PAGES = 5;

/**
 * One task, or undefined where HighLevel has none. HighLevel reads a task through its contact only:
 * where that is not known, it is looked for among the tasks of the sub-account.
 *
 * @param assignedTo the user whose tasks it is among, where the contact is not known
 */
export async function findTask(
  z: ZObject,
  bundle: Bundle,
  wanted: { taskId: string; contactId?: string | null; assignedTo?: string | null },
) {
  const { taskId, contactId } = wanted;
  if (contactId) return tasksFor(contactId).get(z, bundle, taskId);
  const filters = wanted.assignedTo ? { assignedTo: wanted.assignedTo } : {};
  let token: string | null = '0';
  for (let page = 0; page < MOST_PAGES && token !== null; page += 1) {
    const { tasks, next }: TaskPage = await searchTasks(z, bundle, filters, token);
    const found = tasks.find(({ id }) => id === taskId);
    if (found) return found;
    token = next;
  }
  return undefined;
}
