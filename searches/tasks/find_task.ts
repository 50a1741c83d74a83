import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { noneOf } from '../../lib/inputs/alternatives.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { userField } from '../../lib/users/fields.ts';
import { searchTasks } from '../../lib/tasks/tasks.ts';
import { task } from '../../resources/task.ts';

const inputFields = defineInputFields([
  {
    key: 'query',
    label: 'Search Text',
    type: 'string',
    helpText: 'Words of the title or of the description.',
  },
  { ...contactField, helpText: 'Only tasks for this contact. Leave it empty for all.' },
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    helpText: 'Only tasks of this member of your team. Leave it empty for all.',
  },
  {
    key: 'completed',
    label: 'Completed',
    type: 'boolean',
    helpText: 'Yes finds completed tasks, no finds open ones. Leave it empty for both.',
  },
]);

export const perform = (async (z, bundle) => {
  const { query, contactId, assignedTo } = bundle.inputData;
  if (!query && !contactId && !assignedTo) {
    throw noneOf(['Search Text', 'Contact', 'Assigned User']);
  }
  const { tasks, next } = await searchTasks(z, bundle, bundle.inputData, bundle.meta.paging_token);
  return { results: tasks, paging_token: next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_task',
  noun: 'Task',
  display: {
    label: 'Find Task',
    description: 'Finds a task by its text, contact or assigned user.',
  },
  operation: { inputFields, perform, canPaginate: true, ...task.output },
});
