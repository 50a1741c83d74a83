export { userChoices } from './choices.ts';
export { userField } from './fields.ts';
export { userById } from './users.ts';
