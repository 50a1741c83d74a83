import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { phoneNumber } from '../../resources/phone_number.ts';
import { locationOf } from '../connection/location.ts';
import { readList, send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { type ChoiceSource, PAGE_SIZE, pageOf } from '../operations/choices.ts';

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
    url: path`/phone-system/numbers/location/${locationOf(bundle)}`,
    params: { pageSize: size, page },
    expected: [404],
  });
  return readList(phoneNumber, data, 'numbers');
}

/** Phone numbers of the sub-account; the stored value is the number itself. */
export const phoneNumberChoices: ChoiceSource = async (z, bundle, token = '0') => {
  const numbers = await listPhoneNumbers(z, bundle, Number(token), PAGE_SIZE);
  const choices = numbers.map(({ id, name }) => ({ id, name: name ? `${name} (${id})` : id }));
  return pageOf(choices, String(Number(token) + 1));
};
