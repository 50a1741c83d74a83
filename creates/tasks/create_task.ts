import { defineCreate } from 'zapier-platform-core';

import { tasksFor } from '../../lib/tasks/tasks.ts';
import { DATE_HELP } from '../../lib/inputs/help.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { assigneeOf } from '../../lib/tasks/assignee.ts';
import { assigneeFields } from '../../lib/tasks/assignee_fields.ts';
import { task } from '../../resources/task.ts';

export default defineCreate({
  key: 'create_task',
  noun: 'Task',
  display: {
    label: 'Create Task',
    description:
      'Creates a task for a contact. To be reminded before it is due, use Task Due Soon.',
  },
  operation: {
    inputFields: [
      { ...contactField, required: true },
      {
        key: 'title',
        label: 'Title',
        type: 'string',
        required: true,
        helpText: 'What to do.',
      },
      {
        key: 'dueDate',
        label: 'Due Date',
        type: 'datetime',
        required: true,
        helpText: DATE_HELP,
      },
      { key: 'body', label: 'Description', type: 'text' },
      ...assigneeFields,
      {
        key: 'completed',
        label: 'Completed',
        type: 'boolean',
        helpText: 'Yes creates a task that is already completed.',
      },
    ],
    perform: async (z, bundle) => {
      const { contactId, title, body, dueDate, completed = false } = bundle.inputData;
      const assignedTo = await assigneeOf(z, bundle, bundle.inputData);
      return tasksFor(contactId).create(z, bundle, { title, body, dueDate, assignedTo, completed });
    },
    ...task.output,
  },
});
