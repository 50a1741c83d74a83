import { toText } from '../../resources/values.ts';
import type { ChoiceSource } from '../operations/choices.ts';
import { tasksFor } from './tasks.ts';

/** The tasks of the contact that the step names in `contactId`, the open ones first. */
export const taskChoices: ChoiceSource = async (z, bundle) => {
  const contactId = toText(bundle.inputData['contactId']);
  if (!contactId) return { choices: [] };
  const tasks = await tasksFor(contactId).listIfThere(z, bundle);
  return {
    choices: tasks
      .toSorted((one, other) => Number(one.completed) - Number(other.completed))
      .map(({ id, title, completed }) => ({
        id,
        name: `${title ?? 'Task without a title'}${completed === true ? ' (completed)' : ''}`,
      })),
  };
};
