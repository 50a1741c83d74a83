import { choicesFrom, findByName } from '../operations/choices.ts';
import { taskChoices } from './choices.ts';

/** A task of the contact in `contactId`: a step that has it adds `dependsOn: ['contactId']`. */
export const taskField = {
  key: 'taskId',
  label: 'Task',
  type: 'string',
  choices: choicesFrom(taskChoices, findByName(taskChoices, 'task')),
  resource: 'task',
  search: 'find_task.id',
  helpText: 'Choose a task of the contact, or map a task ID from **Find Task**.',
} as const;
