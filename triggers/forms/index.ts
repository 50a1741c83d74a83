export { default as new_form_submission } from './new_form_submission.ts';
export { default as new_survey_submission } from './new_survey_submission.ts';
