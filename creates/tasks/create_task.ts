import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { DATE_HELP } from '../../lib/inputs/help.ts';
import { path } from '../../lib/http/path.ts';
import { callOfContact } from '../../lib/records/of_contact.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { userField } from '../../lib/users/fields.ts';
import { task } from '../../resources/task.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  { key: 'title', label: 'Title', type: 'string', required: true, helpText: 'What is to be done.' },
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
]);

export const perform = (async (z, bundle) => {
  const { contactId, completed = false, ...body } = bundle.inputData;
  return callOfContact(z, bundle, task, contactId, {
    method: 'POST',
    url: path`/contacts/${contactId}/tasks`,
    body: { ...body, completed },
  });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'create_task',
  noun: 'Task',
  display: { label: 'Create Task', description: 'Creates a task for a contact.' },
  operation: { inputFields, perform, ...task.output },
});
