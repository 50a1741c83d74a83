import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { toList, toRecord, type RawRecord } from '../../resources/values.ts';
import { AgencyZapier } from '../support/agency_zapier.ts';

let agency: AgencyZapier;

beforeAll(async () => {
  agency = await AgencyZapier.share();
  await agency.zapier.sandbox.post('/sub-accounts', { count: 230, installed: true });
});

afterAll(() => {
  agency.giveBack();
});

const LISTS = ['sub_account_list', 'instant_sub_account_list', 'api_sub_account_list'];

test.each(LISTS)('%s has all of more than 200 sub-accounts, whatever is filled in', async (key) => {
  const { app } = agency.zapier;
  const installed = await agency.zapier.sandbox.list('/state/locations');
  const listed: RawRecord[] = [];
  for (let page = 0; ; page += 1) {
    const found = await app.list({
      method: `triggers.${key}.operation.perform`,
      bundle: {
        authData: agency.agency,
        inputData: { sub_account: 'No such client' },
        meta: { page, isFillingDynamicDropdown: true },
      },
      storeKey: 'editor',
    });
    if (found.length === 0) break;
    listed.push(...found);
  }
  expect(listed.length).toBeGreaterThan(200);
  const ids = listed.map(({ id }) => id).filter((id) => !String(id).includes('_'));
  expect(ids.toSorted()).toEqual(installed.map(({ id }) => id).toSorted());
});

test('A step finds the sub-account with the last of their names', async () => {
  const { zapier } = agency;
  const last = (await zapier.sandbox.list('/state/locations')).at(-1);
  agency.subAccount = String(last?.['name']);
  await zapier.sandbox.delete('/requests');
  await zapier.search('find_contacts', {});
  const touched = (await zapier.sandbox.list('/requests'))
    .filter(({ path }) => !String(path).startsWith('/oauth/'))
    .map(({ subAccount }) => subAccount);
  expect([...new Set(touched)]).toEqual([last?.['id']]);
});

test('Find Many Sub-Accounts returns them as line items', async () => {
  const [found] = await agency.zapier.search('find_sub_accounts', {});
  expect(toList(toRecord(found)['subAccounts']).length).toBeGreaterThan(200);
});
