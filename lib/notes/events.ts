import type { Bundle, ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';
import type { RecordOf } from '../../resources/define.ts';
import { note, noteItem } from '../../resources/note.ts';
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
  { contactId, contains }: NoteFilters,
): RecordOf<typeof noteItem>[] {
  const words = contains?.trim().toLowerCase() ?? '';
  return events
    .map((event) => noteItem.parse(event))
    .filter((entry) => contactId === undefined || entry.contactId === contactId)
    .filter((entry) => entry.bodyText?.toLowerCase().includes(words) ?? words === '')
    .map((entry) => ({
      ...entry,
      contact: contactPointer(z, entry.contactId),
      details: entry.contactId
        ? z.dehydrate(hydrators.note, { noteId: entry.id, contactId: entry.contactId })
        : null,
    }));
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
