import type { ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';
import type { RecordOf } from '../../resources/define.ts';
import { deletedTask, taskItem } from '../../resources/task.ts';
import { contactPointer } from '../contacts/index.ts';

/**
 * The tasks of a user, or of all, each with a pointer to its contact. Where an event leaves the
 * text or the contact out, a pointer stands for it, and Zapier fetches it when a Zap uses it.
 */
export function tasksAmong(
  z: ZObject,
  events: readonly unknown[],
  assignedTo: string | undefined,
): RecordOf<typeof taskItem>[] {
  return events
    .map((event) => taskItem.parse(event))
    .filter((entry) => assignedTo === undefined || entry.assignedTo === assignedTo)
    .map((entry) => completed(z, entry));
}

/** Tasks that were deleted, of a user or of all: there is nothing left to fetch of them. */
export function deletedTasksAmong(
  z: ZObject,
  events: readonly unknown[],
  assignedTo: string | undefined,
): RecordOf<typeof deletedTask>[] {
  return events
    .map((event) => deletedTask.parse(event))
    .filter((entry) => assignedTo === undefined || entry.assignedTo === assignedTo)
    .map((entry) => ({ ...entry, contact: contactPointer(z, entry.contactId) }));
}

function completed(z: ZObject, entry: RecordOf<typeof taskItem>) {
  const { id: taskId, contactId, assignedTo, body } = entry;
  const part = (name: string) =>
    z.dehydrate(hydrators.task, { taskId, contactId, assignedTo, part: name });
  return {
    ...entry,
    body: body ?? part('body'),
    contactId: contactId ?? part('contactId'),
    contact: contactPointer(z, contactId) ?? part('contact'),
  };
}
