import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { noneOf } from '../../lib/inputs/alternatives.ts';
import { findTasks } from '../../lib/tasks/find.ts';
import { dueAfterField, dueBeforeField } from '../../lib/tasks/list_fields.ts';
import { taskFilterFields } from '../../lib/tasks/filter_fields.ts';
import { task } from '../../resources/task.ts';

const inputFields = defineInputFields([
  {
    key: 'query',
    label: 'Search Text',
    type: 'string',
    helpText: 'Words in the title or description.',
  },
  ...taskFilterFields,
  dueAfterField,
  dueBeforeField,
]);

export const perform = (async (z, bundle) => {
  const { query, contactId, assignedTo, dueAfter, dueBefore } = bundle.inputData;
  if (!query && !contactId && !assignedTo && !dueAfter && !dueBefore) {
    throw noneOf(['Search Text', 'Contact', 'Assigned User', 'Due After', 'Due Before']);
  }
  const { tasks, next } = await findTasks(z, bundle, bundle.inputData, bundle.meta.paging_token);
  return { results: tasks, paging_token: next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_task',
  noun: 'Task',
  display: {
    label: 'Find Task',
    description:
      'Finds a task by its text, contact, assigned user or due date. If several match, the latest one is used. For a list, use Find Many Tasks.',
  },
  operation: { inputFields, perform, canPaginate: true, ...task.output },
});
