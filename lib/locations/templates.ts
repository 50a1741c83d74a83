import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { template } from '../../resources/template.ts';
import { locationOf } from '../connection/location.ts';
import { callList } from '../http/client.ts';
import { path } from '../http/path.ts';
import { byName } from '../operations/by_name.ts';
import type { ChoiceSource } from '../operations/choices.ts';

const TEMPLATE_TYPES: Record<string, string> = { sms: 'SMS', email: 'Email', whatsapp: 'WhatsApp' };

/** Message templates of the sub-account. */
export const templateChoices: ChoiceSource = async (z, bundle, token = '0') => {
  const templates = await listTemplates(z, bundle, undefined, Number(token));
  const choices = templates.map(({ id, name, type }) => ({
    id,
    name: `${name ?? 'Template without a name'} (${TEMPLATE_TYPES[type ?? ''] ?? 'other'})`,
  }));
  const isLast = templates.length < TEMPLATES_PAGE;
  return isLast ? { choices } : { choices, next: String(Number(token) + TEMPLATES_PAGE) };
};

/** Templates that HighLevel gives at once. */
export const TEMPLATES_PAGE = 100;

/** @param type `sms`, `email` or `whatsapp`; all templates without it */
export function listTemplates(z: ZObject, bundle: Bundle, type?: string, skip = 0) {
  const locationId = locationOf(bundle);
  return callList(z, template, 'templates', {
    url: path`/locations/${locationId}/templates`,
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
