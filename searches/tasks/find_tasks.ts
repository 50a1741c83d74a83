import { limitField } from '../../lib/inputs/common_fields.ts';
import { defineSearch } from 'zapier-platform-core';

import { listTasks } from '../../lib/tasks/list.ts';
import { dueAfterField, dueBeforeField } from '../../lib/tasks/list_fields.ts';
import { taskFilterFields } from '../../lib/tasks/filter_fields.ts';
import { taskList } from '../../resources/lists.ts';

export default defineSearch({
  key: 'find_tasks',
  noun: 'Task List',
  display: {
    label: 'Find Many Tasks',
    description:
      'Finds up to 500 tasks by contact, user or due date, as one text and as line items, soonest due first. If there are none, this step finds nothing. For one task, use Find Task.',
  },
  operation: {
    inputFields: [
      ...taskFilterFields,
      {
        key: 'query',
        label: 'Search Text',
        type: 'string',
        helpText: 'Words in the title or description.',
      },
      dueAfterField,
      dueBeforeField,
      limitField('tasks'),
    ],
    perform: async (z, bundle) => {
      const found = await listTasks(z, bundle, bundle.inputData);
      return found ? [found] : [];
    },
    ...taskList.output,
  },
});
