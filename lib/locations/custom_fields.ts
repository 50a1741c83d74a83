import type { Bundle, ZObject } from 'zapier-platform-core';

import { customField } from '../../resources/custom_field.ts';
import type { RecordOf } from '../../resources/define.ts';
import { locationOf } from '../connection/location.ts';
import { callList } from '../http/client.ts';
import { path } from '../http/path.ts';
import type { ChoiceSource } from '../operations/choices.ts';

/** Custom fields of contacts and opportunities. */
export const customFieldChoices: ChoiceSource = async (z, bundle) => {
  const fields = await listCustomFields(z, bundle, 'all');
  return {
    choices: fields.map(({ id, name, model }) => ({
      id,
      name: `${name ?? 'Field without a name'}${model === 'opportunity' ? ' (opportunity)' : ''}`,
    })),
  };
};

/**
 * The lists that a sub-account keeps for all its contacts. HighLevel gives each of them at once, but
 * for the templates.
 */

export type CustomField = RecordOf<typeof customField>;

/** @param model `contact`, `opportunity` or `all` */
export function listCustomFields(z: ZObject, bundle: Bundle, model: string) {
  return callList(z, customField, 'customFields', {
    url: path`/locations/${locationOf(bundle)}/customFields`,
    params: { model },
  });
}
