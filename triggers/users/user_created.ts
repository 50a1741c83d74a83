import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerform,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { readEvent, subscriptionTo } from '../../lib/hooks/hooks.ts';
import { someUsers, usersAmong } from '../../lib/users/events.ts';
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

export const perform = ((z, bundle) =>
  usersAmong(
    z,
    bundle,
    [readEvent(bundle)],
    bundle.inputData.role,
  )) satisfies WebhookTriggerPerform<typeof inputFields>;

export const performList = (async (z, bundle) =>
  usersAmong(
    z,
    bundle,
    await someUsers(z, bundle),
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
    perform,
    performList,
    ...subscriptionTo(['UserCreate']),
    ...createdUser.output,
  },
});
