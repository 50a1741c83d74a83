import { defineInputFields } from 'zapier-platform-core';

import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, taskOwnerField, withContact } from '../../lib/tasks/events.ts';
import { searchTasks } from '../../lib/tasks/tasks.ts';
import { deletedTask } from '../../resources/task.ts';

export default defineHookTrigger({
  key: 'task_deleted',
  noun: 'Task',
  display: {
    label: 'Task Deleted',
    description:
      'Triggers when a task for a contact is deleted, with the details the task had. Instant.',
  },
  inputFields: defineInputFields([taskOwnerField]),
  events: ['TaskDelete'],
  resource: deletedTask,
  examples: async (z, bundle) => (await searchTasks(z, bundle, bundle.inputData)).tasks,
  filter: isAskedFor,
  withPointers: withContact,
});
