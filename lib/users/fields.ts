import { dropdownOf } from '../inputs/dropdowns.ts';

export const userField = {
  key: 'userId',
  label: 'User',
  type: 'string',
  choices: dropdownOf('user'),
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
  choices: dropdownOf('user'),
  resource: 'user',
  helpText: "The users. Choose them, or map users' IDs, emails or full names.",
} as const;
