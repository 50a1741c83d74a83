import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';

import authentication from '../authentication.ts';
import { SCOPES } from '../authentication.ts';
import {
  App,
  AUTH_DATA,
  HIGHLEVEL,
  highLevel,
  LOCATION_ID,
  run,
  runMethod,
} from './support/app.ts';
import { AGENCY, highLevelFor } from './support/agency.ts';
import { failing } from './support/failure.ts';

const { oauth2Config, test: testConnection, connectionLabel } = authentication;
const { authorizeUrl, getAccessToken, refreshAccessToken, scope, autoRefresh } = oauth2Config;

const CLIENT = { CLIENT_ID: 'client-1', CLIENT_SECRET: 'secret-1' };
const VARIABLES = [...Object.keys(CLIENT), 'HIGHLEVEL_AUTHORIZE_URL'];

beforeEach(() => {
  Object.assign(process.env, CLIENT);
});
afterEach(() => {
  for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
});

const TOKENS = {
  access_token: 'access-2',
  token_type: 'Bearer',
  expires_in: 86_399,
  refresh_token: 'refresh-2',
  scope: SCOPES.join(' '),
  userType: 'Location',
  locationId: LOCATION_ID,
  companyId: 'cmp1ZbR4xVnL0shT7gK2',
  userId: 'usr1ZbR4xVnL0shT7gK2',
  traceId: 't',
};

const REDIRECT = 'https://zapier.com/dashboard/auth/oauth/return/App1CLIAPI/';

function exchange() {
  return runMethod(getAccessToken, {
    inputData: { code: 'code-1', redirect_uri: REDIRECT },
    authData: {},
  });
}

function refresh(authData: Record<string, string> = AUTH_DATA) {
  return runMethod(refreshAccessToken, { authData });
}

/** The token endpoint, which takes a form and no token. */
function tokenEndpoint(form?: Record<string, string>) {
  return nock(HIGHLEVEL, { badheaders: ['authorization'] })
    .post('/oauth/token', form)
    .matchHeader('content-type', 'application/x-www-form-urlencoded');
}

describe('the consent page', () => {
  const ask = () =>
    runMethod(authorizeUrl, {
      inputData: { redirect_uri: REDIRECT, state: 'state-1' },
      authData: {},
    });

  test("is HighLevel's, for this app, with the state of this sign-in", async () => {
    const url = new URL(String(await ask()));
    expect(url.origin + url.pathname).toBe(
      'https://marketplace.leadconnectorhq.com/v2/oauth/chooselocation',
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'client-1',
      response_type: 'code',
      redirect_uri: REDIRECT,
      state: 'state-1',
    });
  });

  test('is another where the setting says so', async () => {
    process.env['HIGHLEVEL_AUTHORIZE_URL'] = 'http://127.0.0.1:4010/v2/oauth/chooselocation';
    expect(await ask()).toMatch(/^http:\/\/127\.0\.0\.1:4010\/v2\/oauth\/chooselocation\?/);
  });

  test('is asked for every scope at once, each once', () => {
    expect(scope.split(' ')).toEqual([...new Set(SCOPES)]);
    expect(autoRefresh).toBe(true);
  });
});

describe('signing in', () => {
  test('exchanges the code for the tokens of one sub-account', async () => {
    tokenEndpoint({
      client_id: 'client-1',
      client_secret: 'secret-1',
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: REDIRECT,
    }).reply(200, TOKENS);
    expect(await exchange()).toEqual({
      access_token: 'access-2',
      refresh_token: 'refresh-2',
      locationId: LOCATION_ID,
      companyId: 'cmp1ZbR4xVnL0shT7gK2',
      userId: 'usr1ZbR4xVnL0shT7gK2',
      scope: SCOPES.join(' '),
      userType: 'Location',
    });
  });

  test.each([
    ['an agency', { locationId: undefined }],
    ['an agency whose answer names a sub-account too', {}],
  ])('takes %s: its steps choose their sub-account', async (_what, more) => {
    tokenEndpoint().reply(200, { ...TOKENS, userType: 'Company', ...more });
    expect(await exchange()).toMatchObject({
      access_token: 'access-2',
      companyId: 'cmp1ZbR4xVnL0shT7gK2',
      userType: 'Company',
      locationId: '',
    });
  });

  test('refuses a token that names neither, and says what to do', async () => {
    tokenEndpoint().reply(200, { ...TOKENS, locationId: undefined });
    expect(await failing(exchange())).toMatchObject({
      name: 'AppError',
      code: 'no_location',
      message: expect.stringMatching(/Start the connection again and choose one/),
    });
  });

  const without = (...names: string[]) => SCOPES.filter((name) => !names.includes(name)).join(' ');

  test.each([
    ['Location', 'users.readonly', 'View Users (users.readonly)'],
    ['Company', 'oauth.write', 'Get Access to Sub-Accounts (oauth.write)'],
  ])('refuses a %s without what it cannot do without: %s', async (userType, scope, named) => {
    tokenEndpoint().reply(200, { ...TOKENS, userType, scope: without(scope) });
    expect(await failing(exchange())).toMatchObject({
      name: 'AppError',
      code: 'scopes_missing',
      message: expect.stringContaining(`Missing: ${named}. Connect again`),
    });
  });

  test('works without scopes that only some steps need', async () => {
    const scope = without('workflows.readonly', 'courses.write', 'oauth.write');
    tokenEndpoint().reply(200, { ...TOKENS, scope });
    expect(await exchange()).toMatchObject({ access_token: 'access-2', scope });
  });

  test("repeats HighLevel's own words when it refuses", async () => {
    tokenEndpoint().reply(400, {
      error: 'invalid_grant',
      error_description: 'Invalid grant: authorization code is invalid',
    });
    expect(await failing(exchange())).toMatchObject({
      name: 'AppError',
      code: 'sign_in_refused',
      status: 400,
      message: expect.stringMatching(
        /^HighLevel did not complete the sign-in. It says: Invalid grant: authorization code is invalid. Start the connection again/,
      ),
    });
  });

  test('names what to check when the client id or secret is wrong', async () => {
    tokenEndpoint().reply(401, { error: 'invalid_client', message: 'Invalid client' });
    expect(await failing(exchange())).toMatchObject({
      name: 'AppError',
      code: 'sign_in_refused',
      message: expect.stringMatching(/check its CLIENT_ID, CLIENT_SECRET and redirect URL/),
    });
  });

  test.each([['CLIENT_ID'], ['CLIENT_SECRET']])('names %s when it is not set', async (name) => {
    Reflect.deleteProperty(process.env, name);
    expect(await failing(exchange())).toMatchObject({
      code: 'missing_setting',
      message: expect.stringMatching(new RegExp(`^${name} is not set`)),
    });
  });
});

describe('refreshing', () => {
  const FORM = {
    client_id: 'client-1',
    client_secret: 'secret-1',
    grant_type: 'refresh_token',
    refresh_token: AUTH_DATA.refresh_token,
    user_type: 'Location',
  };

  test('gives the new refresh token, for the old one is used up', async () => {
    tokenEndpoint(FORM).reply(200, TOKENS);
    expect(await refresh()).toEqual({
      access_token: 'access-2',
      refresh_token: 'refresh-2',
      locationId: LOCATION_ID,
      companyId: 'cmp1ZbR4xVnL0shT7gK2',
      userId: 'usr1ZbR4xVnL0shT7gK2',
      scope: SCOPES.join(' '),
      userType: 'Location',
    });
  });

  test("refreshes an agency's token as such", async () => {
    tokenEndpoint({
      ...FORM,
      refresh_token: AGENCY.refresh_token,
      user_type: 'Company',
    }).reply(200, { ...TOKENS, userType: 'Company', locationId: undefined });
    expect(await refresh(AGENCY)).toMatchObject({ access_token: 'access-2', locationId: '' });
  });

  test('keeps what the answer leaves out', async () => {
    tokenEndpoint(FORM).reply(200, { access_token: 'access-2', refresh_token: 'refresh-2' });
    expect(await refresh()).toEqual({
      ...AUTH_DATA,
      access_token: 'access-2',
      refresh_token: 'refresh-2',
    });
  });

  test.each<[number, unknown, RegExp]>([
    [400, { message: 'Location is not active' }, /It says: Location is not active. Reconnect/],
    [400, { error: 'invalid_grant' }, /It says: invalid_grant. Reconnect/],
    [401, { message: 'Unauthorized' }, /Reconnect HighLevel in Zapier/],
    [403, { message: 'Forbidden' }, /It says: Forbidden. Reconnect/],
    [422, { message: ['refresh_token should not be empty'] }, /Reconnect HighLevel in Zapier/],
  ])('asks to reconnect after %d %j', async (status, body, sentence) => {
    tokenEndpoint(FORM).reply(status, JSON.stringify(body), { 'content-type': 'application/json' });
    expect(await failing(refresh())).toMatchObject({
      name: 'ExpiredAuthError',
      message: expect.stringMatching(sentence),
    });
  });

  test.each<[string, number, string]>([
    ['500', 500, '{"message":"Internal server error"}'],
    ['502 with a page', 502, '<html>Bad gateway</html>'],
    ["403 with a firewall's page", 403, '<html>Attention required</html>'],
    ['an empty answer', 200, ''],
    ['an answer without tokens', 200, '{}'],
    ['429', 429, '{}'],
  ])('keeps the connection in an outage, and waits: %s', async (_what, status, body) => {
    tokenEndpoint(FORM).reply(status, body);
    expect(await failing(refresh())).toMatchObject({ name: 'ThrottledError' });
  });

  test.each([
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:443'],
    ['ECONNRESET', 'socket hang up'],
  ])('keeps the connection when HighLevel does not answer: %s', async (code, message) => {
    tokenEndpoint(FORM).replyWithError(Object.assign(new Error(message), { code }));
    expect(await failing(refresh())).toMatchObject({ name: 'ThrottledError', delay: 60 });
  });
});

describe('the test of a connection', () => {
  test('reads the sub-account, whose name labels it', async () => {
    highLevel()
      .get(`/locations/${LOCATION_ID}`)
      .matchHeader('version', '2021-07-28')
      .reply(200, { location: { id: LOCATION_ID, name: 'Example Studio' } });
    expect(await runMethod(testConnection)).toMatchObject({ name: 'Example Studio' });
    expect(connectionLabel).toBe('{{name}}');
  });

  describe('of an agency', () => {
    const NAME_PATH = '/marketplace/app/client/installations';
    const installed = (count: number) =>
      highLevelFor(AGENCY.access_token)
        .get('/oauth/installedLocations')
        .query({ companyId: AGENCY.companyId, appId: 'client', isInstalled: true, limit: 1 })
        .reply(200, { locations: [], count });
    const named = (status: number, body: object) =>
      highLevelFor(AGENCY.access_token).get(NAME_PATH).query(true).reply(status, body);
    const label = () => runMethod(testConnection, { authData: AGENCY });

    test.each([
      [12, 'Agency Northwind (12 sub-accounts)'],
      [1, 'Agency Northwind (1 sub-account)'],
    ])('counts its %d sub-accounts', async (count, name) => {
      installed(count);
      named(200, { installationDetails: { companyName: 'Northwind' } });
      expect(await label()).toEqual({ id: AGENCY.companyId, name });
    });

    test.each([[401], [403]])(
      'does without its name where that is not granted: %d',
      async (status) => {
        installed(3);
        named(status, { message: 'The token is not authorized for this scope.' });
        expect(await label()).toMatchObject({ name: 'Agency (3 sub-accounts)' });
      },
    );

    test('fails where the app is installed nowhere, and says what to do', async () => {
      installed(0);
      expect(await failing(label())).toMatchObject({
        code: 'installed_nowhere',
        message: expect.stringContaining('Install it in at least one sub-account'),
      });
    });
  });

  test('refuses a connection that names no sub-account', async () => {
    expect(await failing(runMethod(testConnection, { authData: {} }))).toMatchObject({
      code: 'no_location',
    });
  });

  test('is refused in every step as well', async () => {
    const step = run(App.creates.create_conversation, {
      inputData: { contactId: 'con1ZbR4xVnL0shT7gK2' },
      authData: { access_token: 'a' },
    });
    expect(await failing(step)).toMatchObject({ code: 'no_location' });
  });
});
