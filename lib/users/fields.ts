import { choicesFrom } from '../operations/choices.ts';
import { userChoices, userNamed } from './choices.ts';

export const userField = {
  key: 'userId',
  label: 'User',
  type: 'string',
  choices: choicesFrom(userChoices, userNamed),
  resource: 'user',
  search: 'find_user.id',
  helpText: 'Choose a member of your team, or map the ID, email address or full name of one.',
} as const;
