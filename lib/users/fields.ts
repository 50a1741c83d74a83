import { choicesFrom } from '../operations/choices.ts';
import { userChoices } from './choices.ts';

export const userField = {
  key: 'userId',
  label: 'User',
  type: 'string',
  choices: choicesFrom(userChoices),
  resource: 'user',
  search: 'find_user.id',
  helpText: 'Choose a member of your team, or map the ID of one from an earlier step.',
} as const;
