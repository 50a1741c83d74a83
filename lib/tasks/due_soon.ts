import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import { dueTask } from '../../resources/due_task.ts';
import { timezoneOf } from '../connection/timezone.ts';
import { leadTimeFields, type LeadTime } from '../inputs/lead_time.ts';
import { leadWindow } from '../operations/lead_window.ts';
import { pagesOf } from '../operations/pages.ts';
import { withContact } from './events.ts';
import { taskFilterFields } from './filter_fields.ts';
import { searchTasks, type TaskFilters, type TaskPage } from './tasks.ts';

const [timeBefore, timeUnit] = leadTimeFields;
const [contact, assignee] = taskFilterFields;

/** How long before, and whose tasks. */
export const dueSoonFields = defineInputFields([
  {
    ...timeBefore,
    helpText:
      'How long before the task is due. Zapier checks every 1 to 15 minutes, depending on your plan, and triggers up to that much later. So with less than 15 minutes the task may be overdue already.',
  },
  timeUnit,
  {
    ...assignee,
    helpText:
      'Only tasks assigned to this user. Leave blank for any: each check then reads all open tasks of your sub-account, up to 2,000.',
  },
  contact,
]);

/** HighLevel filters tasks by no date: so many open ones are looked through, in pages. */
const LIMITS = { mostPages: 20, pageMs: 6_000 };

/**
 * The open tasks that are due within the lead time, the latest first. One request for each 100 open
 * tasks, and one a day for the time zone. One that was moved, or created at short notice, is among them
 * as soon as it is near enough.
 */
export async function tasksDueSoon(
  z: ZObject,
  bundle: Bundle,
  { timeBefore: amount, timeUnit: unit, ...filters }: LeadTime & TaskFilters,
) {
  const isDue = bundle.meta.isLoadingSample
    ? () => true
    : await dueWithin(z, bundle, { timeBefore: amount, timeUnit: unit });
  const read = (token: string) => searchTasks(z, bundle, { ...filters, completed: false }, token);
  const found: TaskPage['tasks'] = [];
  for await (const { tasks } of pagesOf(bundle, '0', read, LIMITS)) {
    found.push(...tasks.filter(({ dueDate }) => dueDate !== null && isDue(Date.parse(dueDate))));
    if (bundle.meta.isLoadingSample) break;
  }
  return found
    .toSorted((one, other) => (other.dueDate ?? '').localeCompare(one.dueDate ?? ''))
    .map((entry) => withContact(z, dueTask.parse(entry)));
}

/** Whether the time has come for a task that is due then, in epoch milliseconds. */
async function dueWithin(
  z: ZObject,
  bundle: Bundle,
  leadTime: LeadTime,
): Promise<(due: number) => boolean> {
  const { from, until } = leadWindow(leadTime, await timezoneOf(z, bundle));
  return (due) => due >= from && due <= until;
}
