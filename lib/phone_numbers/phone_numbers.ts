import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { phoneNumber } from '../../resources/phone_number.ts';
import { readList, send } from '../http/client.ts';
import { locationOf } from '../connection/location.ts';

/**
 * A page of the sub-account's phone numbers, in one request. There are none where the sub-account has
 * no phone system.
 *
 * @param page from 0
 * @param size up to 1,000
 */
export async function listPhoneNumbers(
  z: ZObject,
  bundle: Bundle,
  page: number,
  size: number,
): Promise<RecordOf<typeof phoneNumber>[]> {
  const { data } = await send(z, {
    url: `/phone-system/numbers/location/${locationOf(bundle)}`,
    params: { pageSize: size, page },
    expected: [404],
  });
  return readList(phoneNumber, data, 'numbers');
}
