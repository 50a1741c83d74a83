import { form, survey } from '../../resources/form.ts';
import {
  formSubmission,
  formSubmissionItem,
  surveySubmission,
  surveySubmissionItem,
} from '../../resources/submission.ts';

/** Forms and surveys are alike in HighLevel, but for the words of their paths and keys. */
export const FORMS = {
  what: 'form',
  plural: 'forms',
  idKey: 'formId',
  record: form,
  submission: formSubmission,
  item: formSubmissionItem,
} as const;

export const SURVEYS = {
  what: 'survey',
  plural: 'surveys',
  idKey: 'surveyId',
  record: survey,
  submission: surveySubmission,
  item: surveySubmissionItem,
} as const;

export type FormKind = typeof FORMS | typeof SURVEYS;
