import type { Bundle, ZObject } from 'zapier-platform-core';

import { toList, toRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import type { Contact } from './contacts.ts';
import { isSameName, quoted } from '../inputs/characters.ts';
import { invalid } from '../inputs/refusal.ts';
import { locationOf } from '../connection/location.ts';

/** What a contact's events may be asked for. */
export interface ContactEventFilters {
  tag?: string;
  withoutTag?: string;
  assignedTo?: string;
}

/** @throws errors.Error where one tag is to be there and not to be there */
export function checkTags({ tag, withoutTag }: ContactEventFilters): void {
  if (tag !== undefined && withoutTag !== undefined && isSameName(tag, withoutTag)) {
    throw invalid(
      `Nothing can match: "Has Tag Now" and "Does Not Have Tag" are both ${quoted(tag)}.`,
      'Empty one of them, or choose another tag.',
    );
  }
}

/**
 * Whether a person asked for a contact.
 *
 * @throws what `checkTags` throws
 */
export function isAskedFor(entry: Contact, filters: ContactEventFilters): boolean {
  const { tag, withoutTag, assignedTo } = filters;
  checkTags(filters);
  return (
    (tag === undefined || hasTag(entry, tag)) &&
    (withoutTag === undefined || !hasTag(entry, withoutTag)) &&
    (assignedTo === undefined || entry.assignedTo === assignedTo)
  );
}

/** HighLevel keeps tags in lower case, and people type them as they like. */
export function hasTag({ tags }: Pick<Contact, 'tags'>, wanted: string): boolean {
  return tags.some((tag) => isSameName(tag, wanted));
}

const SAMPLE_SIZE = 20;

/** The latest contacts as HighLevel sends them. */
export async function someContacts(z: ZObject, bundle: Bundle): Promise<unknown[]> {
  const { data } = await send(z, {
    method: 'POST',
    url: '/contacts/search',
    body: {
      locationId: locationOf(bundle),
      pageLimit: SAMPLE_SIZE,
      sort: [{ field: 'dateAdded', direction: 'desc' }],
    },
    repeatable: true,
  });
  return toList(toRecord(data)['contacts']);
}
