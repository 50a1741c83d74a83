import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import {
  AGENCY,
  asMarketplaceApp,
  highLevelFor,
  listsSubAccounts,
  notAsMarketplaceApp,
} from '../../support/agency.ts';
import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

const findSubAccount = App.searches.find_sub_account;

beforeAll(asMarketplaceApp);
afterAll(notAsMarketplaceApp);

const STUDIO = {
  id: LOCATION_ID,
  name: 'Example Studio',
  firstName: 'Anna',
  lastName: 'Example',
  timezone: 'America/Chicago',
  website: 'https://example.com',
  address: '12 Main Street',
};

describe('find_sub_account of a connection of one sub-account', () => {
  test.each([
    ['', 1],
    ['studio', 1],
    ['gym', 0],
  ])('finds its own, by %j', async (name, count) => {
    highLevel().get(`/locations/${LOCATION_ID}`).reply(200, { location: STUDIO });
    const found = await run(findSubAccount, { inputData: { name } });
    expect(found).toEqual(
      Array.from({ length: count }, () =>
        expect.objectContaining({
          id: LOCATION_ID,
          name: 'Example Studio',
          owner: 'Anna Example',
          timezone: 'America/Chicago',
          website: 'https://example.com',
          address: '12 Main Street',
        }),
      ),
    );
  });
});

describe('find_sub_account of an agency', () => {
  test('finds sub-accounts by name, an exact match first, with the token of the agency', async () => {
    listsSubAccounts({ isInstalled: true, limit: 100, query: 'gym' }, [
      { _id: 'one', name: 'Gym North' },
      { _id: 'two', name: 'Gym' },
    ]);
    for (const [id, name] of [
      ['one', 'Gym North'],
      ['two', 'Gym'],
    ]) {
      highLevelFor(AGENCY.access_token)
        .get(`/locations/${id ?? ''}`)
        .reply(200, { location: { id, name } });
    }
    expect(
      await run(findSubAccount, { inputData: { name: 'gym' }, authData: AGENCY }),
    ).toMatchObject([{ id: 'two' }, { id: 'one' }]);
  });

  test('asks for a name', async () => {
    expect(await failing(run(findSubAccount, { authData: AGENCY }))).toMatchObject({
      code: 'name_missing',
      message: expect.stringContaining('Enter the "Name"'),
    });
  });
});
