import { dateField } from '../inputs/common_fields.ts';

export const dueAfterField = dateField(
  'dueAfter',
  'Due After',
  'Only tasks due at or after this time.',
);

export const dueBeforeField = dateField(
  'dueBefore',
  'Due Before',
  'Only tasks due at or before this time.',
);
