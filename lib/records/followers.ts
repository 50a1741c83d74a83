import type { ZObject } from 'zapier-platform-core';

import { toRecord, type RawRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';

/**
 * Adds followers to a record, or removes them. Twice is the same as once.
 *
 * @param method `POST` adds them, `DELETE` removes them
 * @returns HighLevel's answer: all followers, and those that were added or removed
 */
export async function sendFollowers(
  z: ZObject,
  method: 'POST' | 'DELETE',
  url: string,
  followers: readonly string[],
): Promise<RawRecord> {
  const { data } = await send(z, { method, url, body: { followers }, repeatable: true });
  return toRecord(data);
}
