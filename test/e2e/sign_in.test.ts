import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { SCOPES } from '../../authentication.ts';
import { requiredScopes } from '../../lib/connection/scopes.ts';
import { signIn, type LocalZapier } from '../../local/index.ts';
import { sharedZapier, withRequestLog } from '../support/shared_zapier.ts';

let zapier: LocalZapier;
let location: { id: string; name: string };

beforeAll(async () => {
  zapier = await sharedZapier();
  const { id, name } = await zapier.sandbox.record('locations', {
    id: zapier.authData['locationId'] ?? '',
  });
  location = { id: String(id), name: String(name) };
});

beforeEach(async () => {
  await zapier.sandbox.reset();
});

/** Signs in anew with what a person chose on the consent page. */
function connect(form: Record<string, string | readonly string[]>) {
  return signIn(zapier.app, { decision: 'allow', location_id: location.id, ...form });
}

function testConnection(authData = zapier.authData) {
  return zapier.app.one({ method: 'authentication.test', bundle: { authData } });
}

describe('Signing in', () => {
  test('ends in the tokens of one sub-account, whose name labels the connection', async () => {
    const { authData, consentPage } = await connect({});
    expect(authData).toMatchObject({
      access_token: expect.stringMatching(/.{20,}/),
      refresh_token: expect.stringMatching(/.{20,}/),
      locationId: location.id,
      scope: SCOPES.join(' '),
    });
    expect(consentPage).toContain(location.name);
    expect(await testConnection(authData)).toMatchObject({ id: location.id, name: location.name });
  });

  test.each(requiredScopes('Location'))(
    'works with what every connection needs, and not without %s of it',
    async (scope) => {
      const core = requiredScopes('Location');
      const { authData } = await connect({ granted_scope: core });
      expect(authData['scope']?.split(' ').toSorted()).toEqual(core.toSorted());
      expect(await testConnection(authData)).toMatchObject({ name: location.name });
      const without = core.filter((one) => one !== scope);
      await expect(connect({ granted_scope: without })).rejects.toMatchObject({
        code: 'scopes_missing',
        summary: expect.stringContaining(`(${scope})`),
      });
    },
  );

  test('is refused when a permission was left out, and names it', async () => {
    await expect(connect({ granted_scope: 'contacts.readonly' })).rejects.toMatchObject({
      code: 'scopes_missing',
      summary: expect.stringContaining('View Conversations (conversations.readonly)'),
    });
  });

  test('is refused when the person said no', async () => {
    await expect(connect({ decision: 'deny' })).rejects.toMatchObject({ code: 'sign_in_refused' });
  });

  test("is refused with HighLevel's words for a code that was used before", async () => {
    const exchange = zapier.app.one({
      method: 'authentication.oauth2Config.getAccessToken',
      bundle: { inputData: { code: 'used', redirect_uri: 'https://zapier.com/x' } },
    });
    await expect(exchange).rejects.toMatchObject({
      code: 'sign_in_refused',
      summary: expect.stringContaining('authorization code is invalid'),
    });
  });
});

describe('A token that has ended', () => {
  test('is refreshed, with a refresh token that works once', async () => {
    const { authData } = await connect({});
    const refresh = (refresh_token: string) =>
      zapier.app.one({
        method: 'authentication.oauth2Config.refreshAccessToken',
        bundle: { authData: { ...authData, refresh_token } },
      });
    await zapier.sandbox.post('/tokens/expire', { token: authData['access_token'] });
    await expect(testConnection(authData)).rejects.toMatchObject({ name: 'RefreshAuthError' });

    const first = String(authData['refresh_token']);
    const fresh = await refresh(first);
    expect(fresh['refresh_token']).not.toBe(first);
    const renewed = { ...authData, access_token: String(fresh['access_token']) };
    expect(await testConnection(renewed)).toMatchObject({ name: location.name });

    // The first refresh token is used up; the second one works.
    await expect(refresh(first)).rejects.toMatchObject({
      name: 'ExpiredAuthError',
      summary: expect.stringContaining('Reconnect HighLevel in Zapier'),
    });
    await expect(refresh(String(fresh['refresh_token']))).resolves.toMatchObject({
      locationId: location.id,
    });
  });

  test('is kept in an outage', async () => {
    const { authData } = await connect({});
    await zapier.sandbox.post('/faults', { path: '/oauth/token', status: 502, html: '<h1>x</h1>' });
    const refresh = zapier.app.one({
      method: 'authentication.oauth2Config.refreshAccessToken',
      bundle: { authData },
    });
    await expect(refresh).rejects.toMatchObject({ name: 'ThrottledError', delay: 60 });
  });
});

test('Neither the token nor a secret is logged', async () => {
  const authData = await withRequestLog(zapier, async () => {
    const connection = await connect({});
    await testConnection(connection.authData);
    return connection.authData;
  });
  const logged = JSON.stringify(zapier.app.rpc.logs);
  expect(logged).toContain(`/locations/${location.id}`);
  expect(logged).not.toContain(authData['access_token']);
  expect(logged).not.toContain(authData['refresh_token']);
});
