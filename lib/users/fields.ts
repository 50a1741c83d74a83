import { choicesFrom } from '../operations/choices.ts';
import { userChoices, userNamed } from './choices.ts';

export const userField = {
  key: 'userId',
  label: 'User',
  type: 'string',
  choices: choicesFrom(userChoices, userNamed),
  resource: 'user',
  search: 'find_user.id',
  helpText: "Choose a user, or map a user's ID, email or full name from an earlier step.",
} as const;

/** The users who follow a record. A search step cannot fill a list. */
export const followersField = {
  key: 'followers',
  label: 'Followers',
  type: 'string',
  list: true,
  required: true,
  meta: { kind: 'id' },
  choices: choicesFrom(userChoices, userNamed),
  resource: 'user',
  helpText: "The users. Choose them, or map users' IDs, emails or full names.",
} as const;
