import { note } from '../../resources/note.ts';
import { path } from '../http/path.ts';
import { defineRecords } from '../records/records.ts';

/** The notes on a contact. */
export const notesOf = (contactId: string) =>
  defineRecords(note, {
    path: path`/contacts/${contactId}/notes`,
    one: 'note',
    many: 'notes',
    known: { contactId },
  });
