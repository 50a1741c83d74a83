import type { Bundle, ZObject } from 'zapier-platform-core';

import { savedTag } from '../../resources/tag.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { throwFailure } from '../http/failures.ts';
import { path } from '../http/path.ts';
import { folded } from '../inputs/characters.ts';
import { listTags, tagsOf } from './tags.ts';

/** Creates a tag. HighLevel refuses the name of one that exists, with 400: then that one is returned. */
export async function createTag(z: ZObject, bundle: Bundle, name: string) {
  const response = await send(z, {
    method: 'POST',
    url: path`/locations/${locationOf(bundle)}/tags`,
    body: { name },
    expected: [400],
  });
  if (response.status < 400) {
    return savedTag.parse({ ...tagsOf(bundle).readOne(bundle, response.data), isNew: true });
  }
  const existing = (await listTags(z, bundle)).find(
    (one) => folded(one.name ?? '') === folded(name),
  );
  if (!existing) throwFailure(response, bundle);
  return savedTag.parse({ ...existing, isNew: false });
}
