import { defineInputFields } from 'zapier-platform-core';

import { userField } from '../users/fields.ts';
import { usersInTurnField } from '../users/in_turn.ts';

/** The ways to say who does a task. */
export const assigneeFields = defineInputFields([
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    helpText: 'The user who does the task.',
  },
  {
    ...usersInTurnField,
    helpText:
      'Instead of **Assigned User**: each run of this step assigns the task to the next of these users (round robin).',
  },
  {
    key: 'toContactOwner',
    label: "Assign to Contact's User",
    type: 'boolean',
    helpText:
      'Instead of **Assigned User**: yes assigns the task to the user who looks after the contact, or to nobody if there is none.',
  },
]);
