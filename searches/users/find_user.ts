import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { containsPhrase, isSameName } from '../../lib/inputs/characters.ts';
import { exactFirst } from '../../lib/operations/by_name.ts';
import { usersOf } from '../../lib/users/users.ts';
import { user } from '../../resources/user.ts';

const inputFields = defineInputFields([
  {
    key: 'query',
    label: 'Name or Email Address',
    type: 'string',
    required: true,
    helpText:
      'Part of the user\'s name (an exact match comes first), or the exact email address. You can also map an ID, such as "Assigned User ID" from an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  const { query } = bundle.inputData;
  const users = await usersOf(z, bundle);
  const found = users.filter(
    ({ id, name, email }) =>
      id === query || containsPhrase([name], query) || (email !== null && isSameName(email, query)),
  );
  return exactFirst(found, query);
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_user',
  noun: 'User',
  display: {
    label: 'Find User',
    description:
      'Finds a user (a member of your team) by name, email or ID, with their role (admin or user). Use it to get the email of the user that something is assigned to.',
  },
  operation: { inputFields, perform, ...user.output },
});
