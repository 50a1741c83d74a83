import nock from 'nock';
import { createAppTester, type Bundle, type ZObject } from 'zapier-platform-core';

import App from '../../index.ts';
import { commonParts, onlyOperation } from '../../lib/handler.ts';
import { isRecord, toRecord } from '../../resources/values.ts';

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

const META = {
  isBulkRead: false,
  isFillingDynamicDropdown: false,
  isLoadingSample: false,
  isPopulatingDedupe: false,
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

const KINDS = ['triggers', 'searches', 'creates'] as const;

/** The operation that a method is of; of a method that several share, the first. */
const OPERATION_OF = new Map(
  KINDS.flatMap((kind) =>
    Object.entries(toRecord(App[kind])).flatMap(([key, entry]) =>
      Object.values(toRecord(toRecord(entry)['operation'])).map(
        (method) => [method, [kind, key]] as const,
      ),
    ),
  ).reverse(),
);

const commonTester = createAppTester(commonParts(App));

const testers = new Map<string, typeof commonTester>();

/** The tester of the part of the app that core is shown for a method, as on Zapier. */
function testerFor(method: unknown): typeof commonTester {
  const found = OPERATION_OF.get(method);
  if (!found) return commonTester;
  const [kind, key] = found;
  const path = `${kind}.${key}`;
  const tester = testers.get(path) ?? createAppTester(onlyOperation(App, kind, key, 'perform'));
  testers.set(path, tester);
  return tester;
}

function caches(): Record<string, unknown>[] {
  return [commonTester, ...testers.values()].map((tester) => {
    // Zapier's tester carries it, and its types leave it out.
    const cache: unknown = Reflect.get(tester, 'zcacheTestObj');
    if (!isRecord(cache)) throw new Error("Zapier's tester has no cache.");
    return cache;
  });
}

/** Empties what `z.cache` keeps between the runs of a test file. */
export function forgetCache(): void {
  for (const cache of caches()) {
    for (const key of Object.keys(cache)) Reflect.deleteProperty(cache, key);
  }
}

/** All that `z.cache` keeps, as text. */
export function cached(): string {
  return JSON.stringify(caches());
}

/** Runs an operation's `perform` as Zapier would, through the app's middleware. */
export function run({ operation }: { operation: object }, parts?: BundleParts) {
  return runMethod('perform' in operation ? operation.perform : undefined, parts);
}

/** Runs any method of the app: a hook's, a hydrator, a dropdown or an authentication step. */
export function runMethod(
  method: unknown,
  { inputData = {}, meta = {}, authData = AUTH_DATA, ...rest }: BundleParts = {},
): Promise<unknown> {
  if (typeof method !== 'function') throw new TypeError('The app has no such method.');
  const bundle = { ...rest, inputData, authData, meta: { ...META, ...meta } };
  // Every function in the app's definition takes z and bundle.
  return testerFor(method)(method as (z: ZObject, bundle: Bundle) => unknown, bundle);
}

/** HighLevel as nock plays it, with the connection's token asked for. */
export function highLevel(): nock.Scope {
  return nock(HIGHLEVEL, { reqheaders: { authorization: `Bearer ${AUTH_DATA.access_token}` } });
}

/** The sub-account is in a country, which a step asks for once. */
export function inCountry(country: string): void {
  highLevel()
    .get(`/locations/${LOCATION_ID}`)
    .reply(200, { location: { id: LOCATION_ID, country } });
}

export { App };
