import { defineTrigger } from 'zapier-platform-core';

import { dueSoonFields, tasksDueSoon } from '../../lib/tasks/due_soon.ts';
import { dueTask } from '../../resources/due_task.ts';

export default defineTrigger({
  key: 'task_due_soon',
  noun: 'Task',
  display: {
    label: 'Task Due Soon',
    description:
      'Triggers when an open task is about to be due, a chosen time before it. A task with a new due date triggers again. Zapier checks every few minutes.',
  },
  operation: {
    type: 'polling',
    inputFields: dueSoonFields,
    perform: (z, bundle) => tasksDueSoon(z, bundle, bundle.inputData),
    ...dueTask.output,
  },
});
