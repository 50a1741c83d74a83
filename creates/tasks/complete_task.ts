import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { taskField } from '../../lib/tasks/fields.ts';
import { path } from '../../lib/http/path.ts';
import { callOfContact } from '../../lib/records/of_contact.ts';
import { task } from '../../resources/task.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true, helpText: 'Whom the task is for.' },
  { ...taskField, required: true, dependsOn: ['contactId'] },
  {
    key: 'completed',
    label: 'Completed',
    type: 'boolean',
    default: 'true',
    helpText: 'Yes marks the task as done, no opens it again.',
  },
]);

export const perform = (async (z, bundle) => {
  const { contactId, taskId, completed = true } = bundle.inputData;
  return callOfContact(z, bundle, task, contactId, {
    method: 'PUT',
    url: path`/contacts/${contactId}/tasks/${taskId}/completed`,
    body: { completed },
  });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'complete_task',
  noun: 'Task',
  display: { label: 'Complete Task', description: 'Marks a task as done, or opens it again.' },
  operation: { inputFields, perform, ...task.outputOf({ completed: true }) },
});
