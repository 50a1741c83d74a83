import { defineCreate } from 'zapier-platform-core';

import { tasksFor } from '../../lib/tasks/tasks.ts';
import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { taskField } from '../../lib/tasks/fields.ts';
import { path } from '../../lib/http/path.ts';
import { task } from '../../resources/task.ts';

export default defineCreate({
  key: 'complete_task',
  noun: 'Task',
  display: {
    label: 'Complete Task',
    description:
      'Marks a task as completed, or reopens it. To change anything else, use Update Task.',
  },
  operation: {
    inputFields: [
      { ...contactFieldFor('The contact the task is for.'), required: true },
      { ...taskField, required: true, dependsOn: ['contactId'] },
      {
        key: 'completed',
        label: 'Completed',
        type: 'boolean',
        default: 'true',
        helpText: 'Yes completes the task. No reopens it.',
      },
    ],
    perform: (z, bundle) => {
      const { contactId, taskId, completed = true } = bundle.inputData;
      return tasksFor(contactId).call(z, bundle, {
        method: 'PUT',
        url: path`/contacts/${contactId}/tasks/${taskId}/completed`,
        body: { completed },
      });
    },
    ...task.outputOf({ completed: true }),
  },
});
