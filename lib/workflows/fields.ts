import { choicesFrom, findByName } from '../operations/choices.ts';
import { workflowChoices } from './workflows.ts';

export const workflowField = {
  key: 'workflowId',
  label: 'Workflow',
  type: 'string',
  choices: choicesFrom(workflowChoices, findByName(workflowChoices, 'workflow')),
  resource: 'workflow',
  search: 'find_workflow.id',
  helpText: 'Choose a published workflow, or map the ID of one from **Find Workflow**.',
} as const;
