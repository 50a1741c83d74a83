import type { ZObject } from 'zapier-platform-core';

import { contactById, type Contact } from './contacts.ts';
import { isFrom, type OriginFilters } from './origin.ts';

/**
 * The contacts that come from where it was asked for. HighLevel's events do not say what created a
 * contact: it is read once, where that is asked for.
 */
export async function originAmong(
  z: ZObject,
  entries: readonly Contact[],
  { source, createdBy }: OriginFilters,
): Promise<Contact[]> {
  const bySource = entries.filter((entry) => isFrom(entry, { source }));
  if (createdBy === undefined) return bySource;
  const found = await Promise.all(
    bySource.map(async (entry) =>
      entry.createdBy === null
        ? { ...entry, createdBy: (await contactById(z, entry.id))?.createdBy ?? null }
        : entry,
    ),
  );
  return found.filter((entry) => entry.createdBy !== null && isFrom(entry, { createdBy }));
}
