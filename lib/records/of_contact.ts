import type { Bundle, ZObject } from 'zapier-platform-core';
import type * as zod from 'zod';

import type { Resource } from '../../resources/define.ts';
import { toRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send, type ApiRequest } from '../http/client.ts';

/**
 * Makes one request about a note or task and reads the record in its answer. HighLevel answers
 * without the sub-account, and not always with the contact: both are known, and make the link.
 */
export async function callOfContact<Schema extends zod.ZodObject>(
  z: ZObject,
  bundle: Bundle,
  resource: Resource<Schema>,
  contactId: string,
  request: ApiRequest,
): Promise<zod.output<Schema>> {
  const known = { locationId: locationOf(bundle), contactId };
  const { data } = await send(z, request);
  return resource.parse({ ...known, ...toRecord(data) });
}
