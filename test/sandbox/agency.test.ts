import { describe, expect, test } from '@jest/globals';

import { APP, COMPANY_ID } from '../../sandbox/state/app-registration.ts';
import {
  type Answer,
  at,
  HARBOUR,
  list,
  NORTHSIDE_ID,
  text,
  useSandbox,
} from './support/sandbox.ts';

const sandbox = useSandbox();

const installed = (token: string, query: Record<string, string> = {}): Promise<Answer> =>
  sandbox.call(
    `/oauth/installedLocations?${new URLSearchParams({ companyId: COMPANY_ID, appId: APP.id, ...query }).toString()}`,
    { token },
  );

const swap = (token: string, locationId = NORTHSIDE_ID): Promise<Answer> =>
  sandbox.call('/oauth/locationToken', {
    token,
    body: new URLSearchParams({ companyId: COMPANY_ID, locationId }),
  });

const swapped = async (token: string, locationId = NORTHSIDE_ID): Promise<string> =>
  text((await swap(token, locationId)).body, 'access_token');

describe('an agency swaps its token for one of a sub-account', () => {
  test('which reads that one only, and dies with it alone', async () => {
    const company = await sandbox.issue({ company: true });
    const token = await swapped(company);
    expect((await sandbox.call(`/locations/${NORTHSIDE_ID}`, { token })).status).toBe(200);
    expect((await sandbox.call(`/locations/${HARBOUR}`, { token })).status).toBe(403);
    const other = await swapped(company, HARBOUR);
    await sandbox.control('/tokens/expire', { locationId: NORTHSIDE_ID });
    expect((await sandbox.call(`/locations/${NORTHSIDE_ID}`, { token })).status).toBe(401);
    expect((await sandbox.call(`/locations/${HARBOUR}`, { token: other })).status).toBe(200);
    expect((await swap(company)).body).toMatchObject({
      userType: 'Location',
      locationId: NORTHSIDE_ID,
      appId: APP.id,
    });
  });

  test('with a lifetime of its own', async () => {
    const company = await sandbox.issue({ company: true });
    await sandbox.control('/settings', { locationTokenSeconds: -1 });
    const answer = await swap(company);
    expect(at(answer.body, 'expires_in')).toBe(-1);
    const token = text(answer.body, 'access_token');
    expect((await sandbox.call(`/locations/${NORTHSIDE_ID}`, { token })).status).toBe(401);
    expect((await installed(company)).status).toBe(200);
  });

  test.each([400, 401, 403])('unless the app is not installed there (%i)', async (status) => {
    await sandbox.control('/settings', { locationTokenRefusal: status });
    const company = await sandbox.issue({ company: true, locationIds: [HARBOUR] });
    await sandbox.control('/events', { type: 'UNINSTALL', locationId: NORTHSIDE_ID });
    expect(await swap(company)).toMatchObject({
      status,
      body: { message: 'App is not installed in this location' },
    });
    expect((await swap(company, HARBOUR)).status).toBe(200);
    expect((await swap(company, 'nowhere')).status).toBe(400);
  });

  test('unless it has another version there', async () => {
    const company = await sandbox.issue({ company: true });
    await sandbox.control('/events', {
      type: 'INSTALL',
      locationId: NORTHSIDE_ID,
      versionId: 'older',
    });
    expect(await swap(company)).toMatchObject({
      status: 400,
      body: { message: 'App version of the location does not match the token' },
    });
    const found = await installed(company, { locationId: NORTHSIDE_ID });
    expect(list(found.body, 'locations')).toMatchObject([{ versionId: 'older' }]);
    await sandbox.issue({ company: true });
    expect((await swap(company)).status).toBe(200);
  });

  test('unless it swaps too often, which no sub-account feels', async () => {
    const company = await sandbox.issue({ company: true });
    await sandbox.control('/limits', { resource: COMPANY_ID, max: 1 });
    const token = await swapped(company);
    expect(await swap(company)).toMatchObject({ status: 429 });
    expect((await sandbox.call(`/locations/${NORTHSIDE_ID}`, { token })).status).toBe(200);
    await sandbox.control('/reset', {});
    expect((await swap(company)).status).toBe(200);
  });

  test('with the scope for it, and not with a private token', async () => {
    const narrow = await sandbox.issue({ company: true, withoutScopes: ['oauth.write'] });
    expect(await swap(narrow)).toMatchObject({ status: 401 });
    const token = text(await sandbox.control('/tokens', { company: true, private: true }), 'token');
    expect((await swap(token)).status).toBe(401);
    expect((await installed(token)).status).toBe(401);
  });
});

test('the list of sub-accounts has all, or those with the app', async () => {
  const company = await sandbox.issue({ company: true });
  await sandbox.control('/events', { type: 'UNINSTALL', locationId: HARBOUR });
  const all = await installed(company);
  expect(at(all.body, 'count')).toBe(2);
  const isInstalled = list(all.body, 'locations').map((one): [string, unknown] => [
    text(one, '_id'),
    at(one, 'isInstalled'),
  ]);
  expect(new Map(isInstalled)).toEqual(
    new Map([
      [HARBOUR, false],
      [NORTHSIDE_ID, true],
    ]),
  );
  const some = await installed(company, { isInstalled: 'true' });
  expect(some.body).toMatchObject({ count: 1, locations: [{ _id: NORTHSIDE_ID }] });
  expect((await installed(company, { query: 'harb' })).body).toMatchObject({ count: 1 });
});

describe('sub-accounts that the agency adds', () => {
  const names = async (company: string, query: Record<string, string>): Promise<unknown[]> =>
    list((await installed(company, { isInstalled: 'true', ...query })).body, 'locations').map(
      (one) => at(one, 'name'),
    );

  test('come in pages of a hundred at most', async () => {
    const company = await sandbox.issue({ company: true });
    await sandbox.control('/sub-accounts', { count: 120 });
    const first = await names(company, { limit: '500' });
    const second = await names(company, { limit: '500', skip: '100' });
    expect([first.length, second.length]).toEqual([100, 22]);
    expect(new Set([...first, ...second]).size).toBe(122);
    expect(await names(company, {})).toHaveLength(20);
  });

  test('get the app where it is installed for those to come, and are told of', async () => {
    const company = await sandbox.issue({ company: true });
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    const made = await sandbox.control('/sub-accounts', { name: 'Cedar Law' });
    const id = text(made, 'locations', 0, 'id');
    expect(await sandbox.control('/deliveries')).toMatchObject([
      { type: 'LocationCreate', body: { id, name: 'Cedar Law', companyId: COMPANY_ID } },
      { type: 'INSTALL', body: { locationId: id, companyId: COMPANY_ID, appId: APP.id } },
    ]);
    expect((await swap(company, id)).status).toBe(200);
    const without = await sandbox.control('/sub-accounts', { name: 'Elm Law', installed: false });
    expect((await swap(company, text(without, 'locations', 0, 'id'))).status).toBe(400);
  });

  test('have records of their own', async () => {
    const company = await sandbox.issue({ company: true });
    const made = await sandbox.control('/sub-accounts', { count: 2, name: 'Clinic' });
    const reads = async (id: string): Promise<string> => {
      const token = await swapped(company, id);
      const answers = await Promise.all(
        ['tags', 'customFields'].map((what) => sandbox.call(`/locations/${id}/${what}`, { token })),
      );
      const others = ['/users/', '/workflows/', '/phone-system/numbers/location/'].map((path) =>
        path.endsWith('location/') ? `${path}${id}` : `${path}?locationId=${id}`,
      );
      const more = await Promise.all(others.map((path) => sandbox.call(path, { token })));
      for (const answer of [...answers, ...more]) expect(answer.status).toBe(200);
      return JSON.stringify([...answers, ...more].map(({ body }) => body));
    };
    const [one, two] = await Promise.all(
      [0, 1].map((index) => reads(text(made, 'locations', index, 'id'))),
    );
    expect(one).toContain('Clinic 1');
    expect(one).not.toContain('Clinic 2');
    expect(two).toContain('Clinic 2');
    expect(two).not.toContain('Clinic 1');
  });
});

test('an agency reads its name and finds its sub-accounts; a sub-account itself alone', async () => {
  const token = await sandbox.issue({ company: true });
  const company = await sandbox.call(`/companies/${COMPANY_ID}`, { token });
  expect(company.body).toMatchObject({ company: { id: COMPANY_ID, name: 'Northwind Agency' } });
  expect((await sandbox.call('/companies/another', { token })).status).toBe(403);
  const path = `/locations/search?companyId=${COMPANY_ID}&order=desc`;
  const all = await sandbox.call(path, { token });
  expect(list(all.body, 'locations').map((one) => at(one, 'id'))).toEqual([NORTHSIDE_ID, HARBOUR]);
  const own = await sandbox.call(path);
  expect(list(own.body, 'locations').map((one) => at(one, 'id'))).toEqual([HARBOUR]);
  const email = encodeURIComponent('hello@harbourdental.example.com');
  const found = await sandbox.call(`/locations/search?email=${email}`, { token });
  expect(list(found.body, 'locations')).toHaveLength(1);
});

describe('the installs of the app', () => {
  const path = `/marketplace/app/${APP.id}/installations`;

  test('name the company and who installed it', async () => {
    const token = await sandbox.issue({ company: true });
    expect((await sandbox.call(path, { token })).body).toMatchObject({
      installationDetails: { companyId: COMPANY_ID, companyName: 'Northwind Agency' },
    });
    expect((await sandbox.call(path)).body).toMatchObject({
      installationDetails: { locationId: HARBOUR },
    });
  });

  test('end over the API, and are told of', async () => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    const remove = (locationId: string) =>
      sandbox.call(path, { method: 'DELETE', body: { companyId: COMPANY_ID, locationId } });
    expect((await remove(NORTHSIDE_ID)).status).toBe(403);
    expect((await remove(HARBOUR)).body).toMatchObject({ success: true });
    expect((await sandbox.call(path)).status).toBe(401);
    const deliveries = list(await sandbox.control('/deliveries?type=UNINSTALL'));
    expect(deliveries).toMatchObject([{ locationId: HARBOUR }]);
  });
});

describe('the consent page for an agency', () => {
  const REDIRECT = 'http://localhost:9000';
  const path = `/v2/oauth/chooselocation?${new URLSearchParams({
    response_type: 'code',
    client_id: APP.clientId,
    redirect_uri: REDIRECT,
    scope: 'oauth.readonly oauth.write locations.readonly',
  }).toString()}`;

  async function signIn(fields: [string, string][]): Promise<unknown> {
    const call = { token: '', version: null };
    const answer = await sandbox.call(path, { ...call, body: new URLSearchParams(fields) });
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    const body = new URLSearchParams({
      client_id: APP.clientId,
      client_secret: APP.clientSecret,
      grant_type: 'authorization_code',
      code: searchParams.get('code') ?? '',
      redirect_uri: REDIRECT,
    });
    return (await sandbox.call('/oauth/token', { ...call, body })).body;
  }

  test('installs in the sub-accounts that were ticked, and tells of each', async () => {
    const page = await sandbox.call(path, { token: '', version: null });
    expect(page.text).toContain(`name="agency_location_id" value="${NORTHSIDE_ID}"`);
    await sandbox.control('/events', { type: 'UNINSTALL', agency: true });
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    const body = await signIn([
      ['location_id', 'agency'],
      ['agency_location_id', NORTHSIDE_ID],
    ]);
    expect(body).toMatchObject({ userType: 'Company', installToFutureLocations: false });
    expect(at(body, 'locationId')).toBeUndefined();
    expect(at(body, 'approvedLocations')).toBeUndefined();
    const deliveries = list(await sandbox.control('/deliveries?type=INSTALL'));
    expect(deliveries.map((one) => at(one, 'locationId'))).toEqual([null, NORTHSIDE_ID]);
    const company = text(body, 'access_token');
    expect((await installed(company, { isInstalled: 'true' })).body).toMatchObject({ count: 1 });
    expect((await swap(company, HARBOUR)).status).toBe(400);
  });

  test('installs in all, and those to come, when none is named', async () => {
    const body = await signIn([['install', 'agency']]);
    expect(body).toMatchObject({ userType: 'Company', installToFutureLocations: true });
    const company = text(body, 'access_token');
    expect((await installed(company, { isInstalled: 'true' })).body).toMatchObject({ count: 2 });
  });
});

describe('uninstalling', () => {
  test('from one sub-account ends its tokens, not those of others or of the agency', async () => {
    const company = await sandbox.issue({ company: true });
    const token = await swapped(company);
    await sandbox.control('/events', { type: 'UNINSTALL', locationId: NORTHSIDE_ID });
    expect((await sandbox.call(`/locations/${NORTHSIDE_ID}`, { token })).status).toBe(401);
    expect((await swap(company, HARBOUR)).status).toBe(200);
  });

  test('from the agency ends all', async () => {
    const company = await sandbox.issue({ company: true });
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    await sandbox.control('/events', { type: 'UNINSTALL', agency: true });
    const deliveries = list(await sandbox.control('/deliveries?type=UNINSTALL'));
    expect(deliveries).toMatchObject([{ locationId: null, body: { companyId: COMPANY_ID } }]);
    expect((await installed(company)).status).toBe(401);
    expect((await sandbox.call(`/locations/${HARBOUR}`)).status).toBe(401);
  });
});

describe('a private token', () => {
  const issue = async (options: Record<string, unknown> = {}): Promise<string> =>
    text(await sandbox.control('/tokens', { private: true, ...options }), 'token');

  test('is one of a sub-account, with the scopes that were chosen', async () => {
    const token = await issue({ scopes: ['locations.readonly'] });
    expect(token).toMatch(/^pit-[0-9a-f-]{36}$/);
    expect((await sandbox.call(`/locations/${HARBOUR}`, { token })).status).toBe(200);
    expect((await sandbox.call(`/locations/${NORTHSIDE_ID}`, { token })).status).toBe(403);
    expect(await sandbox.call(`/users/?locationId=${HARBOUR}`, { token })).toMatchObject({
      status: 401,
      body: { message: 'The token is not authorized for this scope.' },
    });
  });

  test('outlives the app, until it is ended itself', async () => {
    const token = await issue();
    await sandbox.control('/tokens/expire', {});
    await sandbox.control('/events', { type: 'UNINSTALL', agency: true });
    expect((await sandbox.call(`/locations/${HARBOUR}`, { token })).status).toBe(200);
    await sandbox.control('/tokens/expire', { token });
    expect(await sandbox.call(`/locations/${HARBOUR}`, { token })).toMatchObject({
      status: 401,
      body: { message: 'Invalid Private Integration token' },
    });
  });
});
