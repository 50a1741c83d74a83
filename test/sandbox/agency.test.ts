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
  expect((await installed(company)).body).toMatchObject({
    count: 2,
    locations: [
      { _id: HARBOUR, isInstalled: false },
      { _id: NORTHSIDE_ID, isInstalled: true },
    ],
  });
  const some = await installed(company, { isInstalled: 'true' });
  expect(some.body).toMatchObject({ count: 1, locations: [{ _id: NORTHSIDE_ID }] });
  expect((await installed(company, { query: 'harb' })).body).toMatchObject({ count: 1 });
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
