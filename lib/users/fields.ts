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
