import { user } from '../../resources/user.ts';
import { locationOf } from '../connection/location.ts';
import { callList } from '../http/client.ts';
import type { ChoiceSource } from '../operations/choices.ts';

/** Team members of the sub-account; HighLevel gives all of them at once. */
export const userChoices: ChoiceSource = async (z, bundle) => {
  const users = await callList(z, user, 'users', {
    url: '/users/',
    params: { locationId: locationOf(bundle) },
  });
  return {
    choices: users
      .filter((entry) => entry.deleted !== true)
      .map(({ id, name, email }) => ({ id, name: name ?? email ?? 'User without a name' })),
  };
};
