import { defineInputFields } from 'zapier-platform-core';

import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, taskOwnerField, withPointers } from '../../lib/tasks/events.ts';
import { searchTasks } from '../../lib/tasks/tasks.ts';
import { taskItem } from '../../resources/task.ts';

export default defineHookTrigger({
  key: 'task_created',
  noun: 'Task',
  display: {
    label: 'Task Created',
    description: 'Triggers when a task for a contact is created. Instant.',
  },
  inputFields: defineInputFields([taskOwnerField]),
  events: ['TaskCreate'],
  resource: taskItem,
  examples: async (z, bundle) =>
    (await searchTasks(z, bundle, { ...bundle.inputData, completed: false })).tasks,
  filter: isAskedFor,
  withPointers,
});
