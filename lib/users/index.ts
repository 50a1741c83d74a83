export { userChoices, userNamed } from './choices.ts';
export { userField } from './fields.ts';
export { userById, usersByIds, usersOf } from './users.ts';
