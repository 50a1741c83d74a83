import { defineInputFields } from 'zapier-platform-core';

import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, withDetails } from '../../lib/users/events.ts';
import { rawUsersOf } from '../../lib/users/users.ts';
import { createdUser } from '../../resources/created_user.ts';

const inputFields = defineInputFields([
  {
    key: 'role',
    label: 'Role',
    type: 'string',
    choices: { admin: 'Admin', user: 'User' },
    helpText: 'Only users with this role. Leave blank for any.',
  },
]);

export default defineHookTrigger({
  key: 'user_created',
  noun: 'User',
  display: {
    label: 'User Created',
    description: 'Triggers when a user is added to the sub-account. Instant.',
  },
  inputFields,
  events: ['UserCreate'],
  resource: createdUser,
  examples: rawUsersOf,
  filter: isAskedFor,
  withPointers: withDetails,
});
