import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { listPhoneNumbers } from '../../lib/phone_numbers/phone_numbers.ts';
import { phoneNumber } from '../../resources/phone_number.ts';

const inputFields = defineInputFields([
  {
    key: 'query',
    label: 'Name or Number',
    type: 'string',
    required: true,
    helpText: 'Part of the name or number, such as `Front desk` or `555 0100`.',
  },
]);

/** HighLevel's largest page: more numbers than a sub-account has. */
const MOST_NUMBERS = 1000;

export const perform = (async (z, bundle) => {
  const words = bundle.inputData.query.toLowerCase();
  const digits = words.replaceAll(/[^\d+]/g, '');
  const numbers = await listPhoneNumbers(z, bundle, 0, MOST_NUMBERS);
  return numbers.filter(
    ({ id, name }) => name?.toLowerCase().includes(words) || (digits !== '' && id.includes(digits)),
  );
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_phone_number',
  noun: 'Phone Number',
  display: {
    label: 'Find Phone Number',
    description: 'Finds a phone number of your sub-account by its name or digits.',
  },
  operation: { inputFields, perform, ...phoneNumber.output },
});
