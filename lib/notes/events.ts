import type { Bundle, ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';
import type { RecordOf } from '../../resources/define.ts';
import type { deletedNote, note, noteItem } from '../../resources/note.ts';
import { contactPointer } from '../contacts/dehydrate.ts';
import { newestContacts } from '../contacts/new_contacts.ts';
import { containsPhrase } from '../inputs/characters.ts';
import { notesOf } from './notes.ts';

/** What new notes may be asked for. */
export interface NoteFilters {
  contactId?: string;
  /** Words that the text must hold, in any case. */
  contains?: string;
}

/** Whether a person asked for a note. */
export function isAskedFor(
  { contactId, bodyText }: Pick<RecordOf<typeof note>, 'contactId' | 'bodyText'>,
  filters: NoteFilters,
): boolean {
  if (filters.contactId !== undefined && contactId !== filters.contactId) return false;
  return filters.contains === undefined || containsPhrase([bodyText], filters.contains);
}

/** A note with pointers to its contact and to what the event left out. */
export function withPointers(z: ZObject, entry: RecordOf<typeof noteItem>) {
  const { id: noteId, contactId } = entry;
  return {
    ...entry,
    contact: contactPointer(z, contactId),
    details: contactId ? z.dehydrate(hydrators.note, { noteId, contactId }) : null,
  };
}

/** The same of a note that was deleted: there is nothing left to fetch of it. */
export function withContact(z: ZObject, entry: RecordOf<typeof deletedNote>) {
  return { ...entry, contact: contactPointer(z, entry.contactId) };
}

/** So many of the latest contacts are looked at for a note, one request each. */
const CONTACTS_WITH_NOTES = 10;

/** Some notes of a contact, or of the latest contacts: HighLevel has no list of all. */
export async function someNotes(z: ZObject, bundle: Bundle, contactId: string | undefined) {
  const contactIds = contactId
    ? [contactId]
    : (await newestContacts(z, bundle, {})).slice(0, CONTACTS_WITH_NOTES).map(({ id }) => id);
  const lists = await Promise.all(contactIds.map((id) => notesOf(id).list(z, bundle)));
  return lists.flat();
}
