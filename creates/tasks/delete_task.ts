import { defineCreate } from 'zapier-platform-core';

import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { taskField } from '../../lib/tasks/fields.ts';
import { tasksFor } from '../../lib/tasks/tasks.ts';
import { removedTask } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_task',
  noun: 'Task',
  display: {
    label: 'Delete Task',
    description: 'Deletes a task of a contact. This cannot be undone.',
  },
  operation: {
    inputFields: [
      { ...contactFieldFor('The contact that the task is for.'), required: true },
      { ...taskField, required: true, dependsOn: ['contactId'] },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the task for everyone in your sub-account.** It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { contactId, taskId } = bundle.inputData;
      await tasksFor(contactId).delete(z, bundle, taskId);
      return removedTask.parse({ id: taskId, deleted: true });
    },
    ...removedTask.output,
  },
});
