import nock from 'nock';
import { createAppTester, type Bundle, type ZObject } from 'zapier-platform-core';

import App from '../../index.ts';

/** HighLevel's address, where nock answers. */
export const HIGHLEVEL = 'https://services.leadconnectorhq.com';

export const LOCATION_ID = 'Lc4tNs8PqWe2ZxRy6UvB';

export const AUTH_DATA = {
  access_token: 'access-token-of-the-tests',
  refresh_token: 'refresh-token-of-the-tests',
  locationId: LOCATION_ID,
  companyId: 'cMp9AgEnCy2XwQ5rTz7L',
  userId: 'uS3rPq8LmN2vXc7ZtYwE',
  scope: '',
};

const META: Bundle['meta'] = {
  isBulkRead: false,
  isFillingDynamicDropdown: false,
  isLoadingSample: false,
  isPopulatingDedupe: false,
  isTestingAuth: false,
  limit: -1,
  page: 0,
  timezone: null,
  inputFields: {},
};

/** What a test says of a bundle; connection and meta are filled in. */
export interface BundleParts {
  inputData?: Record<string, unknown>;
  meta?: Partial<Bundle['meta']>;
  authData?: Record<string, string>;
  [part: string]: unknown;
}

const tester = createAppTester(App);

/** A method of the app: an operation's perform, a hydrator, a dropdown or an authentication step. */
type Method = (z: ZObject, bundle: never) => unknown;

/** Runs a method of the app as Zapier would, through its middleware. */
export async function run<F extends Method>(
  method: F,
  { inputData = {}, meta = {}, authData = AUTH_DATA, ...rest }: BundleParts = {},
): Promise<Awaited<ReturnType<F>>> {
  const bundle = { ...rest, inputData, authData, meta: { ...META, ...meta } };
  // The tester asks for the method's own type of bundle; the app's methods read what Zapier gives.
  const result = await tester(method as (z: ZObject, bundle: Bundle) => unknown, bundle);
  // The tester gives back what the method resolves to.
  return result as Awaited<ReturnType<F>>;
}

/** HighLevel as nock plays it, with the connection's token asked for. */
export function highLevel(): nock.Scope {
  return nock(HIGHLEVEL, { reqheaders: { authorization: `Bearer ${AUTH_DATA.access_token}` } });
}

export { App };
