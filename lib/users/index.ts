export { userChoices } from './choices.ts';
export { userField } from './fields.ts';
export { userById, usersByIds, usersOf } from './users.ts';
