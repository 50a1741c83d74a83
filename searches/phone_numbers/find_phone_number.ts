import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { containsPhrase } from '../../lib/inputs/characters.ts';
import { exactFirst } from '../../lib/operations/by_name.ts';
import { listPhoneNumbers } from '../../lib/phone_numbers/phone_numbers.ts';
import { phoneNumber } from '../../resources/phone_number.ts';

const inputFields = defineInputFields([
  {
    key: 'query',
    label: 'Name or Number',
    type: 'string',
    required: true,
    helpText:
      'Part of the name or number, such as `Front desk` or `555 0100`. An exact name comes first.',
  },
]);

/** HighLevel's largest page: more numbers than a sub-account has. */
const MOST_NUMBERS = 1000;

export const perform = (async (z, bundle) => {
  const { query } = bundle.inputData;
  const digits = digitsIn(query);
  const numbers = await listPhoneNumbers(z, bundle, 0, MOST_NUMBERS);
  const found = numbers.filter(
    ({ id, name }) => containsPhrase([name], query) || (digits !== '' && id.includes(digits)),
  );
  return exactFirst(found, query);
}) satisfies SearchPerform<typeof inputFields>;

/** The digits of a number without its zero for calls within the country; none of a name such as "Desk 2". */
function digitsIn(query: string): string {
  return /\p{L}/u.test(query) ? '' : query.replaceAll(/\D/g, '').replace(/^0+(?=\d{6})/, '');
}

export default defineSearch({
  key: 'find_phone_number',
  noun: 'Phone Number',
  display: {
    label: 'Find Phone Number',
    description: 'Finds a phone number of your sub-account by its name or digits.',
  },
  operation: { inputFields, perform, ...phoneNumber.output },
});
