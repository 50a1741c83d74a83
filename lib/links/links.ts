import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { triggerLink } from '../../resources/trigger_link.ts';
import { locationOf } from '../connection/location.ts';
import { withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { isSameName } from '../inputs/characters.ts';
import { byName } from '../operations/by_name.ts';
import { defineRecords } from '../records/records.ts';

export type TriggerLink = RecordOf<typeof triggerLink>;

/** The trigger links of a sub-account. HighLevel lists all of them at once. */
export const links = defineRecords(triggerLink, {
  path: '/links/',
  one: 'link',
  many: 'links',
  withLocation: ['list', 'create'],
});

/** What a link is found by; one of them. */
export interface LinkCriteria {
  /** A name or part of it. */
  name?: string;
  /** Whether the name must be the whole one. */
  exactName?: boolean;
  redirectTo?: string;
  linkId?: string;
}

/** The links that meet the criteria, those with exactly this name first. */
export async function findLinks(
  z: ZObject,
  bundle: Bundle,
  { name, exactName, redirectTo, linkId }: LinkCriteria,
): Promise<TriggerLink[]> {
  const all = await links.list(z, bundle);
  if (name !== undefined) return byName(all, name, exactName);
  return all.filter(
    (link) => link.id === linkId || (redirectTo !== undefined && leadsTo(link, redirectTo)),
  );
}

function leadsTo(link: TriggerLink, url: string): boolean {
  const bare = (text: string) => text.replace(/\/$/, '');
  return isSameName(bare(link.redirectTo ?? ''), bare(url));
}

/**
 * Changes a link; what is not given stays. HighLevel wants its name and its URL with every change.
 *
 * @throws errors.Error when HighLevel has no such link (any longer), or nothing is given
 */
export async function updateLink(
  z: ZObject,
  bundle: Bundle,
  { linkId, ...changes }: { linkId: string; name?: string; redirectTo?: string },
): Promise<TriggerLink> {
  const isComplete = changes.name !== undefined && changes.redirectTo !== undefined;
  const isEmpty = changes.name === undefined && changes.redirectTo === undefined;
  if (isComplete || isEmpty) return links.update(z, bundle, linkId, changes);
  const { name, redirectTo } = await links.call(z, bundle, {
    url: path`/links/id/${linkId}`,
    params: { locationId: locationOf(bundle) },
  });
  return links.update(z, bundle, linkId, { name, redirectTo, ...withoutGaps(changes) });
}
