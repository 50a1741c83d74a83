import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { usersAmong } from '../../lib/users/events.ts';
import { rawUsersOf } from '../../lib/users/users.ts';
import { createdUser } from '../../resources/created_user.ts';

const inputFields = defineInputFields([
  {
    key: 'role',
    label: 'Role',
    type: 'string',
    choices: { admin: 'Admin', user: 'User' },
    helpText: 'Only users with this role. Leave it empty for all.',
  },
]);

export const perform = ((z, bundle, event) =>
  usersAmong(z, bundle, [event], bundle.inputData.role)) satisfies EventPerform<typeof inputFields>;

export const performList = (async (z, bundle) =>
  usersAmong(
    z,
    bundle,
    await rawUsersOf(z, bundle),
    bundle.inputData.role,
  )) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'user_created',
  noun: 'User',
  display: {
    label: 'User Created',
    description: 'Triggers when a member is added to the team of the sub-account.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['UserCreate'], perform),
    ...createdUser.output,
  },
});
