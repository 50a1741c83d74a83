import type { Bundle, ZObject } from 'zapier-platform-core';
import type * as zod from 'zod';

import type { Resource } from '../../resources/define.ts';
import { toText } from '../../resources/values.ts';
import { send } from '../http/client.ts';

/** How HighLevel answers for a record that is gone: contacts with 400, others with 404. */
export const GONE: readonly number[] = [400, 404];

/** The record at a path, or undefined where HighLevel has none (any longer). */
export async function recordAt<Schema extends zod.ZodObject>(
  z: ZObject,
  resource: Resource<Schema>,
  url: string,
): Promise<zod.output<Schema> | undefined> {
  const { status, data } = await send(z, { url, expected: GONE });
  return GONE.includes(status) ? undefined : resource.parse(data);
}

/**
 * What a hydrator fetches of a record. A record that is gone comes back with every key empty, so
 * that the Zap goes on.
 *
 * @param resource the record's details, none of them required
 * @param url the path of the record
 */
export async function detailsAt<Schema extends zod.ZodObject>(
  z: ZObject,
  resource: Resource<Schema>,
  url: string,
): Promise<zod.output<Schema>> {
  return (await recordAt(z, resource, url)) ?? resource.parse({});
}

/** An ID from a pointer. */
export function pointedId(bundle: Bundle, key: string): string {
  return toText(bundle.inputData[key]) ?? '';
}
