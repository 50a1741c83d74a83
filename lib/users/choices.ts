import type { ChoiceSource } from '../operations/choices.ts';
import { usersOf } from './users.ts';

/** Team members of the sub-account, by name. */
export const userChoices: ChoiceSource = async (z, bundle) => {
  const users = await usersOf(z, bundle);
  return {
    choices: users.map(({ id, name, email }) => ({
      id,
      name: name ?? email ?? 'User without a name',
    })),
  };
};
