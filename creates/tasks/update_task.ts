import { defineCreate } from 'zapier-platform-core';

import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { DATE_HELP } from '../../lib/inputs/help.ts';
import { taskField } from '../../lib/tasks/fields.ts';
import { tasksFor } from '../../lib/tasks/tasks.ts';
import { userField } from '../../lib/users/fields.ts';
import { task } from '../../resources/task.ts';

export default defineCreate({
  key: 'update_task',
  noun: 'Task',
  display: {
    label: 'Update Task',
    description:
      'Changes the title, description, due date or assigned user of a task. Fields left blank stay as they are. Only to mark it as done, use Complete Task.',
  },
  operation: {
    inputFields: [
      { ...contactFieldFor('The contact that the task is for.'), required: true },
      { ...taskField, required: true, dependsOn: ['contactId'] },
      { key: 'title', label: 'Title', type: 'string' },
      { key: 'dueDate', label: 'Due Date', type: 'datetime', helpText: DATE_HELP },
      { key: 'body', label: 'Description', type: 'text' },
      { ...userField, key: 'assignedTo', label: 'Assigned User' },
      {
        key: 'completed',
        label: 'Completed',
        type: 'boolean',
        helpText: 'Yes marks the task as done. No opens it again.',
      },
    ],
    perform: (z, bundle) => {
      const { contactId, taskId, ...changes } = bundle.inputData;
      return tasksFor(contactId).update(z, bundle, taskId, changes);
    },
    ...task.output,
  },
});
