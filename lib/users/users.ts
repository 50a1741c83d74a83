import type { ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { user } from '../../resources/user.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';

export type User = RecordOf<typeof user>;

/** The user with an id, or undefined where HighLevel has none (any more). */
export async function userById(z: ZObject, userId: string): Promise<User | undefined> {
  const { status, data } = await send(z, {
    url: path`/users/${userId}`,
    // An id of the wrong form is answered with 400.
    expected: [400, 404],
  });
  return status < 400 ? user.parse(data) : undefined;
}
