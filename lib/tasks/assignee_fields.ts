import { defineInputFields } from 'zapier-platform-core';

import { userField, usersInTurnField } from '../users/index.ts';

/** The ways to say who does a task. */
export const assigneeFields = defineInputFields([
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    helpText: 'The user who does it.',
  },
  {
    ...usersInTurnField,
    helpText:
      'In place of **Assigned User**: each run of this step gives the task to the next of these users (round robin).',
  },
  {
    key: 'toContactOwner',
    label: "Assign to Contact's User",
    type: 'boolean',
    helpText:
      'In place of **Assigned User**: yes gives the task to whoever looks after the contact, or to nobody when nobody does.',
  },
]);
