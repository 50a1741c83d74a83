import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { containsPhrase, isSameName } from '../../lib/inputs/characters.ts';
import { usersOf } from '../../lib/users/users.ts';
import { user } from '../../resources/user.ts';

const inputFields = defineInputFields([
  {
    key: 'query',
    label: 'Name or Email Address',
    type: 'string',
    required: true,
    helpText: "Part of the user's name, or the exact email.",
  },
]);

export const perform = (async (z, bundle) => {
  const { query } = bundle.inputData;
  const users = await usersOf(z, bundle);
  return users.filter(
    ({ name, email }) =>
      containsPhrase([name], query) || (email !== null && isSameName(email, query)),
  );
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_user',
  noun: 'User',
  display: {
    label: 'Find User',
    description: 'Finds a user (a member of your team) by name or email.',
  },
  operation: { inputFields, perform, ...user.output },
});
