import { describe, expect, test } from '@jest/globals';

import { APP, COMPANY_ID } from '../../sandbox/state/app-registration.ts';
import { type Answer, at, HARBOUR, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();
const REDIRECT = 'http://localhost:9000';
const SCOPE = 'conversations.readonly contacts.readonly users.write';

const authorizePath = (changes: Record<string, string> = {}, base = '/v2/oauth/chooselocation') =>
  `${base}?${new URLSearchParams({
    response_type: 'code',
    client_id: APP.clientId,
    redirect_uri: REDIRECT,
    scope: SCOPE,
    state: 'state & more',
    ...changes,
  }).toString()}`;

const consent = (fields: Record<string, string>, path = authorizePath()): Promise<Answer> =>
  sandbox.call(path, { token: '', version: null, body: new URLSearchParams(fields) });

const redirected = (answer: Answer): URLSearchParams =>
  new URL(answer.headers.get('location') ?? '').searchParams;

const token = (fields: Record<string, string>): Promise<Answer> =>
  sandbox.call('/oauth/token', {
    token: '',
    version: null,
    body: new URLSearchParams({
      client_id: APP.clientId,
      client_secret: APP.clientSecret,
      ...fields,
    }),
  });

async function newCode(fields: Record<string, string> = {}): Promise<string> {
  const answer = await consent({ decision: 'allow', location_id: HARBOUR, ...fields });
  return redirected(answer).get('code') ?? '';
}

const exchange = async (fields: Record<string, string> = {}): Promise<Answer> =>
  token({
    grant_type: 'authorization_code',
    code: await newCode(fields),
    user_type: 'Location',
    redirect_uri: REDIRECT,
  });

describe('consent page', () => {
  test.each(['/v2/oauth/chooselocation', '/oauth/chooselocation'])(
    '%s shows the sub-accounts and every scope, without scripts',
    async (base) => {
      const page = await sandbox.call(authorizePath({}, base), { token: '', version: null });
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      for (const part of ['Harbour Dental', 'Northside Fitness', 'Allow', 'Deny', 'users.write']) {
        expect(page.text).toContain(part);
      }
      expect(page.text).not.toContain('<script');
    },
  );

  test('gives a code and the state back', async () => {
    const answer = await consent({ decision: 'allow', location_id: HARBOUR });
    expect(answer.status).toBe(302);
    expect(redirected(answer).get('state')).toBe('state & more');
    expect(redirected(answer).get('code')).toMatch(/^[0-9a-f]{40}$/);
  });

  test('denial comes back as access_denied', async () => {
    const answer = await consent({ decision: 'deny' });
    expect(Object.fromEntries(redirected(answer))).toEqual({
      error: 'access_denied',
      state: 'state & more',
    });
  });

  test.each([
    ['a foreign redirect address', { redirect_uri: 'https://attacker.example.com/' }],
    ['an unknown client', { client_id: 'nobody' }],
    ['an unknown scope', { scope: 'everything' }],
    ['another response type', { response_type: 'token' }],
  ])('%s is refused on the page, not by redirect', async (_, changes) => {
    const answer = await consent({ decision: 'allow' }, authorizePath(changes));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });
});

describe('token', () => {
  test('of a sub-account carries its location, company, user and scopes', async () => {
    const { status, body } = await exchange();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 86_399,
      scope: SCOPE,
      userType: 'Location',
      locationId: HARBOUR,
      companyId: COMPANY_ID,
      isBulkInstallation: false,
    });
    expect(text(body, 'access_token').split('.')).toHaveLength(3);
    const location = await sandbox.call(`/contacts/search`, {
      token: text(body, 'access_token'),
      body: { locationId: HARBOUR, pageLimit: 1 },
    });
    expect(location.status).toBe(200);
  });

  test('scopes that the user unticked are missing', async () => {
    const { body } = await exchange({ granted_scope: 'contacts.readonly' });
    expect(at(body, 'scope')).toBe('contacts.readonly');
    const none = await exchange({ scopes_shown: '1' });
    expect(at(none.body, 'scope')).toBe('');
  });

  test('of an agency has no location and is not accepted for a sub-account', async () => {
    const { body } = await exchange({ location_id: 'agency' });
    expect(body).toMatchObject({ userType: 'Company', isBulkInstallation: true });
    expect(at(body, 'locationId')).toBeUndefined();
    const search = await sandbox.call(`/conversations/search?locationId=${HARBOUR}`, {
      token: text(body, 'access_token'),
    });
    expect(search).toMatchObject({
      status: 401,
      body: { message: 'This AuthClass is not yet supported' },
    });
  });

  test('a code works once, for its client and redirect address', async () => {
    const code = await newCode();
    const fields = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT };
    expect((await token(fields)).status).toBe(200);
    expect(await token(fields)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const other = { ...fields, code: await newCode(), redirect_uri: 'http://localhost:9001' };
    expect((await token(other)).status).toBe(400);
  });

  test('a refresh token works once and brings a new one', async () => {
    const first = await exchange();
    const refresh = (value: string) =>
      token({ grant_type: 'refresh_token', refresh_token: value, user_type: 'Location' });
    const old = text(first.body, 'refresh_token');
    const second = await refresh(old);
    expect(second.status).toBe(200);
    expect(at(second.body, 'locationId')).toBe(HARBOUR);
    const rotated = text(second.body, 'refresh_token');
    expect(rotated).not.toBe(old);
    const again = await refresh(old);
    expect(again.status).toBe(400);
    expect(text(again.body, 'message')).toContain('refresh token is invalid');
    expect((await refresh(rotated)).status).toBe(200);
  });

  test('is asked for with a form and the right secret', async () => {
    const json = await sandbox.call('/oauth/token', {
      token: '',
      body: { client_id: APP.clientId, client_secret: APP.clientSecret, grant_type: 'x' },
    });
    expect(json.status).toBe(415);
    const wrong = await token({ client_secret: 'wrong', grant_type: 'refresh_token' });
    expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    const missing = await token({ grant_type: 'refresh_token' });
    expect(missing.status).toBe(422);
  });

  test('expires', async () => {
    const expired = await sandbox.issue({ expired: true });
    const answer = await sandbox.call(`/locations/${HARBOUR}`, { token: expired });
    expect(answer).toMatchObject({ status: 401, body: { message: 'Invalid JWT' } });
  });

  test('the SDK exchanges and refreshes', async () => {
    const { oauth } = sandbox.sdk();
    const first = await oauth.getAccessToken({
      client_id: APP.clientId,
      client_secret: APP.clientSecret,
      grant_type: 'authorization_code',
      code: await newCode(),
      user_type: 'Location',
      redirect_uri: REDIRECT,
    });
    expect(first.locationId).toBe(HARBOUR);
    const second: unknown = await oauth.refreshToken(
      first.refresh_token ?? '',
      APP.clientId,
      APP.clientSecret,
      'refresh_token',
      'Location',
    );
    expect(second).toMatchObject({ locationId: HARBOUR, userType: 'Location' });
  });
});

test.each([
  ['spaces', 'contacts.readonly users.write'],
  ['commas', 'contacts.readonly,users.write'],
  ['list', ['contacts.readonly', 'users.write']],
  ['none', undefined],
])('the scopes of a token answer can come as %s', async (scopeShape, scope) => {
  await sandbox.control('/settings', { scopeShape });
  const code = await newCode({ granted_scope: 'contacts.readonly' });
  const answer = await token({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT });
  expect(answer.status).toBe(200);
  const issued = await sandbox.control('/tokens', {
    scopes: ['contacts.readonly', 'users.write'],
  });
  expect(at(issued, 'scope')).toEqual(scope);
  expect(typeof at(answer.body, 'scope')).toBe(typeof scope);
});
