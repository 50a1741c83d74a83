export { default as find_form } from './find_form.ts';
export { default as find_form_submissions } from './find_form_submissions.ts';
export { default as find_survey } from './find_survey.ts';
export { default as find_survey_submissions } from './find_survey_submissions.ts';
