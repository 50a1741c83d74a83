import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, yesNo } from './fields.ts';

/**
 * What is left to say of a record that a step deleted.
 *
 * @param what what a person calls it: `note`
 * @param title the label of its ID
 * @param example an ID of such a record
 */
export function deletedOf(what: string, title: string, example: string) {
  return defineResource(`removed ${what}`, () =>
    z.object({ id: id(title, example), deleted: yesNo('Is Deleted', true) }),
  );
}

export const removedNote = deletedOf('note', 'Note ID', 'nTe4Qw7ErT2yUi9OpAsD');

export const removedTask = deletedOf('task', 'Task ID', 'tSk6Yu3IoP8aSd1FgHjK');
