import nock from 'nock';

import { AUTH_DATA, HIGHLEVEL, LOCATION_ID } from './app.ts';

/** A connection of an agency: no sub-account, and the agency's own token. */
export const AGENCY = {
  ...AUTH_DATA,
  access_token: 'agency-token-of-the-tests',
  locationId: '',
  userType: 'Company',
};

/** The token that HighLevel mints for its sub-account. */
export const MINTED = 'minted-token-of-the-tests';

const CLIENT_ID = 'app0123456789abcdef01234-client';

/** Sets what an agency's calls are made with. */
export function asMarketplaceApp(): void {
  process.env['CLIENT_ID'] = CLIENT_ID;
}

export function notAsMarketplaceApp(): void {
  delete process.env['CLIENT_ID'];
}

/** HighLevel as nock plays it, with a token asked for. */
export function highLevelFor(token: string): nock.Scope {
  return nock(HIGHLEVEL, { reqheaders: { authorization: `Bearer ${token}` } });
}

/** HighLevel's list of the agency's sub-accounts answers once. @param query more of the request */
export function listsSubAccounts(
  query: Record<string, string | number | boolean>,
  locations: object[],
  count = locations.length,
): void {
  highLevelFor(AGENCY.access_token)
    .get('/oauth/installedLocations')
    .query({ companyId: AGENCY.companyId, appId: CLIENT_ID.split('-')[0], ...query })
    .reply(200, { locations, count });
}

/** HighLevel's answer to a request for a sub-account's token. */
export function mints(locationId = LOCATION_ID) {
  return highLevelFor(AGENCY.access_token).post('/oauth/locationToken', {
    companyId: AGENCY.companyId,
    locationId,
  });
}

/** What HighLevel answers when it mints. */
export const tokenAnswer = (token = MINTED, locationId = LOCATION_ID) => ({
  access_token: token,
  expires_in: 86_399,
  userType: 'Location',
  locationId,
  companyId: AGENCY.companyId,
});
