import { defineCreate } from 'zapier-platform-core';

import { tasksFor } from '../../lib/tasks/tasks.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { taskField } from '../../lib/tasks/fields.ts';
import { path } from '../../lib/http/path.ts';
import { task } from '../../resources/task.ts';

export default defineCreate({
  key: 'complete_task',
  noun: 'Task',
  display: { label: 'Complete Task', description: 'Marks a task as done, or opens it again.' },
  operation: {
    inputFields: [
      { ...contactField, required: true, helpText: 'Whom the task is for.' },
      { ...taskField, required: true, dependsOn: ['contactId'] },
      {
        key: 'completed',
        label: 'Completed',
        type: 'boolean',
        default: 'true',
        helpText: 'Yes marks the task as done, no opens it again.',
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
