import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { userField } from '../../lib/users/fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { deletedTasksAmong } from '../../lib/tasks/events.ts';
import { searchTasks } from '../../lib/tasks/tasks.ts';
import { deletedTask } from '../../resources/task.ts';

const inputFields = defineInputFields([
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    helpText: 'Only tasks that are assigned to this user. Leave it empty for all.',
  },
]);

export const perform = ((z, bundle, event) =>
  deletedTasksAmong(z, [event], bundle.inputData.assignedTo)) satisfies EventPerform<
  typeof inputFields
>;

export const performList = (async (z, bundle) => {
  const { assignedTo } = bundle.inputData;
  const { tasks } = await searchTasks(z, bundle, { assignedTo });
  return deletedTasksAmong(z, tasks, assignedTo);
}) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'task_deleted',
  noun: 'Task',
  display: {
    label: 'Task Deleted',
    description: 'Triggers when a task for a contact is deleted, with the details that it had.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['TaskDelete'], perform),
    ...deletedTask.output,
  },
});
