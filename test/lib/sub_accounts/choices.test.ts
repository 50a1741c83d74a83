import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { subAccountChoices } from '../../../lib/sub_accounts/choices.ts';
import {
  AGENCY,
  asMarketplaceApp,
  listsSubAccounts,
  notAsMarketplaceApp,
} from '../../support/agency.ts';
import { LOCATION_ID, runMethod } from '../../support/app.ts';

beforeAll(asMarketplaceApp);
afterAll(notAsMarketplaceApp);

test('Sub-accounts of one name are told apart by their addresses', async () => {
  listsSubAccounts({ isInstalled: true, limit: 100, skip: 0 }, [
    { _id: 'Xx1Yy2Zz3Aa4Bb5Cc6Dd', name: 'Gym', address: '12 Main St' },
    { _id: 'Xx1Yy2Zz3Aa4Bb5Cc6Ee', name: 'Gym', address: '7 Oak Ave' },
    { _id: LOCATION_ID, name: 'Example Studio', address: '1 High St' },
  ]);
  expect(await runMethod(subAccountChoices, { authData: AGENCY })).toEqual({
    choices: [
      { id: 'Xx1Yy2Zz3Aa4Bb5Cc6Dd', name: 'Gym (12 Main St)' },
      { id: 'Xx1Yy2Zz3Aa4Bb5Cc6Ee', name: 'Gym (7 Oak Ave)' },
      { id: LOCATION_ID, name: 'Example Studio' },
    ],
  });
});
