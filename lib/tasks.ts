import type { Bundle, ZObject } from 'zapier-platform-core';

import { task } from '../resources/task.ts';
import { callList } from './client.ts';
import { locationOf } from './location.ts';

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

/** All tasks of a contact. */
export function tasksOfContact(z: ZObject, contactId: string) {
  return callList(z, task, 'tasks', { url: `/contacts/${encodeURIComponent(contactId)}/tasks` });
}

/**
 * Tasks of the sub-account, the latest first, and the token of the next page.
 *
 * @param token how many tasks the pages before held
 */
export async function searchTasks(z: ZObject, bundle: Bundle, filters: TaskFilters, token = '0') {
  const { contactId, assignedTo, completed, query } = filters;
  const skip = Number(token);
  const tasks = await callList(z, task, 'tasks', {
    method: 'POST',
    url: `/locations/${locationOf(bundle)}/tasks/search`,
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
