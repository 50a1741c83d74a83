import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { template } from '../../resources/template.ts';
import { locationOf } from '../connection/location.ts';
import { callList } from '../http/client.ts';
import { path } from '../http/path.ts';
import { byName } from '../operations/by_name.ts';
import { choicesFrom, findByName, type ChoiceSource } from '../operations/choices.ts';

const TEMPLATE_TYPES: Record<string, string> = { sms: 'SMS', email: 'Email', whatsapp: 'WhatsApp' };

/** Message templates of the sub-account, of all types, which their names tell. */
export const templateChoices: ChoiceSource = templatesOf(undefined);

/** Message templates of one type, or of all of them. */
function templatesOf(type: TemplateType | undefined): ChoiceSource {
  return async (z, bundle, token = '0') => {
    const templates = await listTemplates(z, bundle, type, Number(token));
    const choices = templates.map(({ id, name, type: own }) => {
      const label = name ?? 'Template without a name';
      return { id, name: type ? label : `${label} (${TEMPLATE_TYPES[own ?? ''] ?? 'other'})` };
    });
    const isLast = templates.length < TEMPLATES_PAGE;
    return isLast ? { choices } : { choices, next: String(Number(token) + TEMPLATES_PAGE) };
  };
}

export type TemplateType = 'sms' | 'email' | 'whatsapp';

/** A template to send, by name. @param type of one type; of all types without it */
export function templateField(type?: TemplateType) {
  const source = templatesOf(type);
  return {
    key: 'templateId',
    label: 'Template',
    type: 'string',
    choices: choicesFrom(source, findByName(source, 'template')),
    resource: 'template',
    helpText:
      'A template of your sub-account, for SMS, email or WhatsApp. Its text (and subject) is sent where you leave those fields blank.',
  } as const;
}

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
