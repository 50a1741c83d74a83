import type { Bundle, ZObject } from 'zapier-platform-core';

import { campaign } from '../../resources/campaign.ts';
import { customField } from '../../resources/custom_field.ts';
import type { RecordOf } from '../../resources/define.ts';
import { tag } from '../../resources/tag.ts';
import { template } from '../../resources/template.ts';
import { workflow } from '../../resources/workflow.ts';
import { callList } from '../http/client.ts';
import { locationOf } from '../connection/location.ts';

/**
 * The lists that a sub-account keeps for all its contacts. HighLevel gives each of them at once, but
 * for the templates.
 */

export type CustomField = RecordOf<typeof customField>;

export function listTags(z: ZObject, bundle: Bundle) {
  return callList(z, tag, 'tags', { url: `/locations/${locationOf(bundle)}/tags` });
}

export function listWorkflows(z: ZObject, bundle: Bundle) {
  return callList(z, workflow, 'workflows', {
    url: '/workflows/',
    params: { locationId: locationOf(bundle) },
  });
}

/** @param status `draft` or `published`; all campaigns without it */
export function listCampaigns(z: ZObject, bundle: Bundle, status?: string) {
  return callList(z, campaign, 'campaigns', {
    url: '/campaigns/',
    params: { locationId: locationOf(bundle), status },
  });
}

/** @param model `contact`, `opportunity` or `all` */
export function listCustomFields(z: ZObject, bundle: Bundle, model: string) {
  return callList(z, customField, 'customFields', {
    url: `/locations/${locationOf(bundle)}/customFields`,
    params: { model },
  });
}

/** Templates that HighLevel gives at once. */
export const TEMPLATES_PAGE = 100;

/** @param type `sms`, `email` or `whatsapp`; all templates without it */
export function listTemplates(z: ZObject, bundle: Bundle, type?: string, skip = 0) {
  const locationId = locationOf(bundle);
  return callList(z, template, 'templates', {
    url: `/locations/${locationId}/templates`,
    params: { originId: locationId, deleted: false, type, skip, limit: TEMPLATES_PAGE },
  });
}

/** More templates than a sub-account has are not read in one step. */
const MOST_TEMPLATE_PAGES = 10;

/** Templates by id, or by words of their name; HighLevel's list can be asked for neither. */
export async function findTemplates(
  z: ZObject,
  bundle: Bundle,
  { name = '', templateId, type }: { name?: string; templateId?: string; type?: string },
) {
  const found: RecordOf<typeof template>[] = [];
  for (let page = 0; page < MOST_TEMPLATE_PAGES; page++) {
    const templates = await listTemplates(z, bundle, type, page * TEMPLATES_PAGE);
    if (templateId === undefined) found.push(...templates);
    else found.push(...templates.filter(({ id }) => id === templateId));
    if (templates.length < TEMPLATES_PAGE || (templateId && found.length > 0)) break;
  }
  return templateId === undefined ? byName(found, name) : found;
}

/** Those whose name holds the words, in upper or lower case; an exact match first. */
export function byName<Entry extends { name: string | null }>(
  entries: readonly Entry[],
  words: string,
): Entry[] {
  const wanted = words.trim().toLowerCase();
  const isExact = ({ name }: Entry) => name?.toLowerCase() === wanted;
  return entries
    .filter(({ name }) => name?.toLowerCase().includes(wanted))
    .toSorted((one, other) => Number(isExact(other)) - Number(isExact(one)));
}
