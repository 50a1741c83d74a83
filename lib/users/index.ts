export { assigneeChoices, userChoices, userNamed } from './choices.ts';
export { userPointer } from './dehydrate.ts';
export { userField } from './fields.ts';
export { nextInTurn, usersInTurnField } from './in_turn.ts';
export { userById, usersByIds, usersOf } from './users.ts';
