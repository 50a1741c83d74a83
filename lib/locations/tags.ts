import type { Bundle, ZObject } from 'zapier-platform-core';

import { tag } from '../../resources/tag.ts';
import { locationOf } from '../connection/location.ts';
import { path } from '../http/path.ts';
import type { ChoiceSource } from '../operations/choices.ts';
import { defineRecords } from '../records/records.ts';

/** Tags of the sub-account; the stored value is the name, which is what contacts carry. */
export const tagChoices: ChoiceSource = async (z, bundle) => {
  const tags = await listTags(z, bundle);
  return { choices: tags.flatMap(({ name }) => (name ? [{ id: name, name }] : [])) };
};

/** The tags of the sub-account. */
export const tagsOf = (bundle: Bundle) =>
  defineRecords(tag, {
    path: path`/locations/${locationOf(bundle)}/tags`,
    one: 'tag',
    many: 'tags',
  });

export function listTags(z: ZObject, bundle: Bundle) {
  return tagsOf(bundle).list(z, bundle);
}
