import { defineInputFields } from 'zapier-platform-core';

import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, taskOwnerField, withPointers } from '../../lib/tasks/events.ts';
import { searchTasks } from '../../lib/tasks/tasks.ts';
import { taskItem } from '../../resources/task.ts';

export default defineHookTrigger({
  key: 'task_completed',
  noun: 'Task',
  display: {
    label: 'Task Completed',
    description: 'Triggers when a task for a contact is marked as completed. Instant.',
  },
  inputFields: defineInputFields([taskOwnerField]),
  events: ['TaskComplete'],
  resource: taskItem,
  examples: async (z, bundle) =>
    (await searchTasks(z, bundle, { ...bundle.inputData, completed: true })).tasks,
  filter: isAskedFor,
  withPointers,
  output: taskItem.outputOf({ completed: true }),
});
