import { afterAll, beforeAll, expect, test } from '@jest/globals';

import {
  AGENCY,
  asMarketplaceApp,
  listsSubAccounts,
  notAsMarketplaceApp,
} from '../../support/agency.ts';
import { App, AUTH_DATA, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { numberedId } from '../../support/ids.ts';

const findSubAccounts = App.searches.find_sub_accounts;

beforeAll(asMarketplaceApp);
afterAll(notAsMarketplaceApp);

const clients = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    _id: numberedId('loc', from + index),
    name: `Client ${from + index}`,
    address: `${from + index} Main Street`,
  }));

test('find_sub_accounts finds all of an agency, page by page', async () => {
  listsSubAccounts({ isInstalled: true, limit: 100, skip: 0 }, clients(100), 130);
  listsSubAccounts({ isInstalled: true, limit: 100, skip: 100 }, clients(30, 100), 130);
  const found = await run(findSubAccounts, { authData: AGENCY });
  expect(found).toMatchObject([
    { id: AGENCY.companyId, count: 130, name: expect.stringMatching(/^Client 0, Client 1, /) },
  ]);
  expect(found).toHaveProperty('0.subAccounts.length', 130);
  expect(found).toHaveProperty('0.subAccounts.129', {
    id: 'loc129ZbR4xVnL0shT7g',
    name: 'Client 129',
    address: '129 Main Street',
    isInstalled: true,
  });
});

test('find_sub_accounts finds those without the app too, if a person wants them', async () => {
  const [first, second] = clients(2);
  listsSubAccounts({ limit: 100, skip: 0 }, [
    { ...first, isInstalled: true },
    { ...second, isInstalled: false },
  ]);
  const found = await run(findSubAccounts, { inputData: { all: true }, authData: AGENCY });
  expect(found).toMatchObject([
    { count: 2, subAccounts: [{ isInstalled: true }, { name: 'Client 1', isInstalled: false }] },
  ]);
});

test('find_sub_accounts finds nothing where no name matches', async () => {
  listsSubAccounts({ isInstalled: true, limit: 100, skip: 0, query: 'zoo' }, []);
  expect(await run(findSubAccounts, { inputData: { name: 'zoo' }, authData: AGENCY })).toEqual([]);
});

test('find_sub_accounts of a connection of one sub-account finds that one', async () => {
  highLevel()
    .get(`/locations/${LOCATION_ID}`)
    .reply(200, { location: { id: LOCATION_ID, name: 'Example Studio' } });
  expect(await run(findSubAccounts)).toMatchObject([
    { id: AUTH_DATA.companyId, count: 1, subAccounts: [{ id: LOCATION_ID, isInstalled: true }] },
  ]);
});
