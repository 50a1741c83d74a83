import type { Bundle, ZObject } from 'zapier-platform-core';
import type * as zod from 'zod';

import type { Resource } from '../../resources/define.ts';
import { callList } from '../http/client.ts';
import type { Contact } from './contacts.ts';
import { contactTagField } from './fields.ts';
import { quoted } from '../inputs/characters.ts';
import { invalid } from '../inputs/refusal.ts';
import { userField } from '../users/index.ts';
import { locationOf } from '../connection/location.ts';

/** A tag that contacts have, for filters. */
export const tagFilterField = {
  ...contactTagField,
  label: 'Tag',
  helpText:
    'Only contacts that have this tag at that moment. A tag that comes a moment later, as **Create or Update Contact** adds it, is told by **Contact Tags Changed**. Leave it empty for all.',
} as const;

/** Whom contacts are assigned to, for filters. */
export const contactOwnerField = {
  ...userField,
  key: 'assignedTo',
  label: 'Assigned User',
  helpText: 'Only contacts that are assigned to this user now. Leave it empty for all.',
} as const;

/** What a contact's events may be asked for. */
export interface ContactEventFilters {
  tag?: string;
  withoutTag?: string;
  assignedTo?: string;
}

/**
 * The contacts that a person asked for.
 *
 * @throws errors.Error where one tag is to be there and not to be there
 */
export function contactsAmong<Entry extends Contact>(
  entries: readonly Entry[],
  { tag, withoutTag, assignedTo }: ContactEventFilters,
): Entry[] {
  if (tag !== undefined && tag.toLowerCase() === withoutTag?.toLowerCase()) {
    throw invalid(
      `Nothing can match: "Has Tag Now" and "Does Not Have Tag" are both ${quoted(tag)}.`,
      'Empty one of them, or choose another tag.',
    );
  }
  return entries.filter(
    (entry) =>
      (tag === undefined || hasTag(entry, tag)) &&
      (withoutTag === undefined || !hasTag(entry, withoutTag)) &&
      (assignedTo === undefined || entry.assignedTo === assignedTo),
  );
}

/** HighLevel keeps tags in lower case, and people type them as they like. */
export function hasTag({ tags }: Pick<Contact, 'tags'>, wanted: string): boolean {
  return tags.some((tag) => tag.toLowerCase() === wanted.toLowerCase());
}

const SAMPLE_SIZE = 20;

/** The latest contacts, as records of a kind. */
export function someContacts<Schema extends zod.ZodObject>(
  z: ZObject,
  bundle: Bundle,
  resource: Resource<Schema>,
): Promise<zod.output<Schema>[]> {
  return callList(z, resource, 'contacts', {
    method: 'POST',
    url: '/contacts/search',
    body: {
      locationId: locationOf(bundle),
      pageLimit: SAMPLE_SIZE,
      sort: [{ field: 'dateAdded', direction: 'desc' }],
    },
    repeatable: true,
  });
}
