import { choicesFrom, findByName } from '../operations/choices.ts';
import { formChoices, surveyChoices } from './forms.ts';

export const formField = {
  key: 'formId',
  label: 'Form',
  type: 'string',
  choices: choicesFrom(formChoices, findByName(formChoices, 'form')),
  resource: 'form',
  search: 'find_form.id',
  altersDynamicFields: true,
} as const;

export const surveyField = {
  key: 'surveyId',
  label: 'Survey',
  type: 'string',
  choices: choicesFrom(surveyChoices, findByName(surveyChoices, 'survey')),
  resource: 'survey',
  search: 'find_survey.id',
  altersDynamicFields: true,
} as const;
