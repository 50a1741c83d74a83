import { folded } from '../inputs/characters.ts';
import { UNASSIGNED } from '../inputs/assignee.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { onlyOne, toldApart, type ChoiceSource } from '../operations/choices.ts';
import { usersOf } from './users.ts';

/** Team members of the sub-account by name; those of one name by their email too. */
export const userChoices: ChoiceSource = async (z, bundle) => {
  const users = await usersOf(z, bundle);
  const choices = users.map(({ id, name, email, phone }) => ({
    id,
    name: name ?? email ?? 'User without a name',
    detail: name === null ? null : (email ?? phone),
  }));
  return { choices: toldApart(choices) };
};

/** The same, after "Unassigned": HighLevel's word for what nobody has. */
export const assigneeChoices: ChoiceSource = async (z, bundle) => {
  const { choices } = await userChoices(z, bundle);
  return { choices: [{ id: UNASSIGNED, name: 'Unassigned' }, ...choices] };
};

/** A user by email address or exact name, among all that HighLevel returns at once. */
export const userNamed: RecordFinder = async (z, bundle, typed, label) => {
  const wanted = folded(typed);
  const found = (await usersOf(z, bundle))
    .filter(({ name, email }) =>
      [name, email].some((one) => one !== null && folded(one) === wanted),
    )
    .map(({ id, name, email }) => ({ id, name: labelWith(name, email) }));
  return onlyOne(found, { what: 'user', typed, label });
};

function labelWith(name: string | null, email: string | null): string {
  return name && email ? `${name} (${email})` : (name ?? email ?? 'User without a name');
}
