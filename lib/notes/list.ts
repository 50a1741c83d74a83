import type { Bundle, ZObject } from 'zapier-platform-core';

import { noteList } from '../../resources/lists.ts';
import { locationOf } from '../connection/location.ts';
import { localTime } from '../inputs/local_time.ts';
import { isAskedFor, type NoteFilters } from './events.ts';
import { notesOf } from './notes.ts';

/**
 * The notes on a contact, the newest first.
 *
 * @returns undefined where none fits
 */
export async function listNotes(
  z: ZObject,
  bundle: Bundle,
  filters: NoteFilters & { contactId: string },
) {
  const { contactId } = filters;
  const rows = (await notesOf(contactId).list(z, bundle))
    .filter((entry) => isAskedFor(entry, filters))
    .toSorted((one, other) => (other.dateAdded ?? '').localeCompare(one.dateAdded ?? ''));
  const [newest] = rows;
  if (!newest) return undefined;
  return noteList.parse({
    id: newest.id,
    summary: rows
      .map(({ dateAdded, title, bodyText }) => {
        const time = dateAdded && localTime(dateAdded, bundle.meta.timezone);
        return [time, [title, bodyText].filter(Boolean).join(': ')].filter(Boolean).join(' ');
      })
      .join('\n'),
    count: rows.length,
    notes: rows,
    contactId,
    locationId: locationOf(bundle),
  });
}
