import type { ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';
import type { RecordOf } from '../../resources/define.ts';
import type { deletedTask, taskItem } from '../../resources/task.ts';
import { contactPointer } from '../contacts/dehydrate.ts';
import { userField } from '../users/fields.ts';

/** Whose tasks start a Zap. */
export const taskOwnerField = {
  ...userField,
  key: 'assignedTo',
  label: 'Assigned User',
  helpText: 'Only tasks that are assigned to this user. Leave blank for any.',
} as const;

/** Whether a person asked for a task. */
export function isAskedFor(
  entry: Pick<RecordOf<typeof deletedTask>, 'assignedTo'>,
  { assignedTo }: { assignedTo?: string },
): boolean {
  return assignedTo === undefined || entry.assignedTo === assignedTo;
}

/**
 * A task with a pointer to its contact. Where an event leaves the text or the contact out, a pointer
 * stands for it, and Zapier fetches it when a Zap uses it.
 */
export function withPointers(z: ZObject, entry: RecordOf<typeof taskItem>) {
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

/** The same of a task that was deleted: there is nothing left to fetch of it. */
export function withContact(z: ZObject, entry: RecordOf<typeof deletedTask>) {
  return { ...entry, contact: contactPointer(z, entry.contactId) };
}
