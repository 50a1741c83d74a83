import type { Bundle, ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';
import type { RecordOf } from '../../resources/define.ts';
import { deletedNote, note, noteItem } from '../../resources/note.ts';
import { callList } from '../http/client.ts';
import { path } from '../http/path.ts';
import { contactPointer, newestContacts } from '../contacts/index.ts';
import { locationOf } from '../connection/location.ts';

/** What new notes may be asked for. */
export interface NoteFilters {
  contactId?: string;
  /** Words that the text must hold, in any case. */
  contains?: string;
}

/** The notes that a person asked for, with pointers to their contact and to what the event left out. */
export function notesAmong(
  z: ZObject,
  events: readonly unknown[],
  filters: NoteFilters,
): RecordOf<typeof noteItem>[] {
  return events
    .map((event) => noteItem.parse(event))
    .filter((entry) => isWanted(entry, filters))
    .map((entry) => ({
      ...entry,
      contact: contactPointer(z, entry.contactId),
      details: entry.contactId
        ? z.dehydrate(hydrators.note, { noteId: entry.id, contactId: entry.contactId })
        : null,
    }));
}

/** The same of notes that were deleted: there is nothing left to fetch of them. */
export function deletedNotesAmong(
  z: ZObject,
  events: readonly unknown[],
  filters: NoteFilters,
): RecordOf<typeof deletedNote>[] {
  return events
    .map((event) => deletedNote.parse(event))
    .filter((entry) => isWanted(entry, filters))
    .map((entry) => ({ ...entry, contact: contactPointer(z, entry.contactId) }));
}

function isWanted(
  entry: Pick<RecordOf<typeof note>, 'contactId' | 'bodyText'>,
  { contactId, contains }: NoteFilters,
): boolean {
  if (contactId !== undefined && entry.contactId !== contactId) return false;
  const words = contains?.trim().toLowerCase() ?? '';
  return entry.bodyText?.toLowerCase().includes(words) ?? words === '';
}

/** So many of the latest contacts are looked at for a note, one request each. */
const CONTACTS_WITH_NOTES = 10;

/** Some notes of a contact, or of the latest contacts: HighLevel has no list of all. */
export async function someNotes(z: ZObject, bundle: Bundle, contactId: string | undefined) {
  const contactIds = contactId
    ? [contactId]
    : (await newestContacts(z, bundle, {})).slice(0, CONTACTS_WITH_NOTES).map(({ id }) => id);
  const lists = await Promise.all(
    contactIds.map((id) => callList(z, note, 'notes', { url: path`/contacts/${id}/notes` })),
  );
  const locationId = locationOf(bundle);
  return lists.flat().map((entry) => ({ ...entry, locationId }));
}
