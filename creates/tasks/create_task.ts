import { defineCreate } from 'zapier-platform-core';

import { tasksFor } from '../../lib/tasks/tasks.ts';
import { DATE_HELP } from '../../lib/inputs/help.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { userField } from '../../lib/users/fields.ts';
import { task } from '../../resources/task.ts';

export default defineCreate({
  key: 'create_task',
  noun: 'Task',
  display: { label: 'Create Task', description: 'Creates a task for a contact.' },
  operation: {
    inputFields: [
      { ...contactField, required: true },
      {
        key: 'title',
        label: 'Title',
        type: 'string',
        required: true,
        helpText: 'What is to be done.',
      },
      {
        key: 'dueDate',
        label: 'Due Date',
        type: 'datetime',
        required: true,
        helpText: DATE_HELP,
      },
      { key: 'body', label: 'Description', type: 'text' },
      {
        ...userField,
        key: 'assignedTo',
        label: 'Assigned User',
        helpText: 'The member of your team who does it.',
      },
      {
        key: 'completed',
        label: 'Completed',
        type: 'boolean',
        helpText: 'Yes creates a task that is done already.',
      },
    ],
    perform: (z, bundle) => {
      const { contactId, completed = false, ...body } = bundle.inputData;
      return tasksFor(contactId).create(z, bundle, { ...body, completed });
    },
    ...task.output,
  },
});
