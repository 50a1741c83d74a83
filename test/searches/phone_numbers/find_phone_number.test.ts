import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const findPhoneNumber = App.searches.find_phone_number;
const PATH = `/phone-system/numbers/location/${LOCATION_ID}`;

const NUMBERS = [
  { phoneNumber: '+15550100100', friendlyName: 'Front desk' },
  { phoneNumber: '+15550100200', friendlyName: null },
  { phoneNumber: '+15550109300', friendlyName: 'Front' },
];

function find(query: string) {
  highLevel()
    .get(PATH)
    .query({ pageSize: 1000, page: 0 })
    .matchHeader('version', '2021-07-28')
    .reply(200, { numbers: NUMBERS, page: 0, pageSize: 1000 });
  return run(findPhoneNumber, { inputData: { query } });
}

test.each([
  // What is called exactly so comes first.
  ['front', ['+15550109300', '+15550100100']],
  ['555 010-0200', ['+15550100200']],
  ['+1 (555) 010-0100', ['+15550100100']],
  ['0100', ['+15550100100', '+15550100200']],
  ['0555 010 0200', ['+15550100200']],
  ['  FRONT\u00a0desk ', ['+15550100100']],
  ['Desk 2', []],
  ['back office', []],
])('find_phone_number finds %j in one request', async (query, ids) => {
  expect(await find(query)).toEqual(ids.map((id) => expect.objectContaining({ id })));
});

test('find_phone_number finds nothing in a sub-account without a phone system', async () => {
  highLevel()
    .get(PATH)
    .query({ pageSize: 1000, page: 0 })
    .reply(404, { message: 'Phone system is not connected to this account' });
  expect(await run(findPhoneNumber, { inputData: { query: 'front' } })).toEqual([]);
});
