import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { CHOSEN_AREAS } from './areas.ts';
import { call, send, withoutGaps } from './lib/http/client.ts';
import { appId, authorizeUrl, requiredSetting } from './lib/connection/environment.ts';
import { isNetworkFailure, RepeatedError, signInNeeded } from './lib/http/errors.ts';
import { messagesOf } from './lib/http/answers.ts';
import { installedSubAccounts } from './lib/connection/installs.ts';
import { companyOf, isAgency, locationOf } from './lib/connection/location.ts';
import { makeRequest } from './lib/http/request.ts';
import { path } from './lib/http/path.ts';
import { isMissingScope } from './lib/connection/permissions.ts';
import { missingScopes, requiredScopes, scopesFor } from './lib/connection/scopes.ts';
import { location } from './resources/location.ts';
import { isRecord, toRecord, toText, toTexts } from './resources/values.ts';

/** What the consent page asks for: all that the operations of this version need. */
export const SCOPES = scopesFor(Object.values(CHOSEN_AREAS).flatMap(({ scopes }) => scopes));

/** What `bundle.authData` holds after connecting. */
interface Tokens {
  access_token: string;
  refresh_token: string;
  locationId: string;
  companyId: string;
  userId: string;
  scope: string;
  /** `Company` for an agency, which has no `locationId`; else `Location`. */
  userType: string;
}

/**
 * The consent page's address. Zapier appends the scopes. A function, because the integration's
 * variables are not there yet when Zapier loads it.
 */
export function getAuthorizeUrl(_z: ZObject, bundle: Bundle): Promise<string> {
  const { redirect_uri, state } = bundle.inputData;
  const url = new URL(authorizeUrl());
  url.search = new URLSearchParams({
    client_id: requiredSetting('CLIENT_ID'),
    response_type: 'code',
    redirect_uri: toText(redirect_uri) ?? '',
    state: toText(state) ?? '',
  }).toString();
  return Promise.resolve(url.href);
}

/**
 * Exchanges the code of the consent page for tokens.
 *
 * The answer tells whether a sub-account or an agency was connected: who installs the app decides it.
 *
 * @throws errors.Error when HighLevel refuses, or when scopes are missing that every connection needs
 */
export async function getAccessToken(z: ZObject, bundle: Bundle): Promise<Tokens> {
  const { code, redirect_uri } = bundle.inputData;
  const answer = await requestToken(z, {
    grant_type: 'authorization_code',
    code: toText(code) ?? '',
    redirect_uri: toText(redirect_uri) ?? '',
  });
  if (answer.status !== 200) {
    throw new errors.Error(
      `HighLevel did not complete the sign-in. ${reasonOf(answer)}Start the connection again; ` +
        'if it fails again, the publisher of this integration must check its CLIENT_ID, CLIENT_SECRET and redirect URL.',
      'sign_in_refused',
      answer.status,
    );
  }
  const tokens = readTokens(answer.data);
  if (!isAgency({ authData: { ...tokens } }) && !tokens.locationId) {
    throw new errors.Error(
      'HighLevel did not say which sub-account was connected. Start the connection again and choose one.',
      'no_location',
    );
  }
  const missing = missingScopes(toRecord(answer.data)['scope'], requiredScopes(tokens.userType));
  if (missing.length > 0) {
    throw new errors.Error(
      `HighLevel did not grant every permission that this integration needs. Missing: ${missing.join(', ')}. ` +
        'Connect again and leave all permissions ticked.',
      'scopes_missing',
    );
  }
  return tokens;
}

/**
 * Trades the refresh token for new tokens. HighLevel accepts each refresh token once, so the new one
 * is always returned.
 *
 * @throws errors.ExpiredAuthError when only signing in again helps; a ThrottledError in an outage
 */
export async function refreshAccessToken(
  z: ZObject,
  bundle: Bundle,
): Promise<Record<string, unknown>> {
  const answer = await requestToken(z, {
    grant_type: 'refresh_token',
    refresh_token: bundle.authData['refresh_token'] ?? '',
    user_type: isAgency(bundle) ? 'Company' : 'Location',
  });
  if (answer.status !== 200) {
    throw signInNeeded(
      `HighLevel no longer accepts this connection. ${reasonOf(answer)}Reconnect HighLevel in Zapier; ` +
        'if that fails too, the publisher of this integration must check its CLIENT_ID and CLIENT_SECRET.',
    );
  }
  // What the answer leaves out stays as it is: who is connected and, by RFC 6749 section 6, the
  // refresh token.
  return { ...bundle.authData, ...withoutGaps({ ...readTokens(answer.data) }) };
}

/** Proves the connection, and names what it is of: that labels it. */
export function test(z: ZObject, bundle: Bundle) {
  return isAgency(bundle) ? testAgency(z, bundle) : testSubAccount(z, bundle);
}

function testSubAccount(z: ZObject, bundle: Bundle) {
  return call(z, location, { url: path`/locations/${locationOf(bundle)}` });
}

/**
 * "Agency Northwind (12 sub-accounts)".
 *
 * @throws errors.Error when the app is installed in none
 */
async function testAgency(z: ZObject, bundle: Bundle) {
  const { count } = await installedSubAccounts(z, bundle, { limit: 1 });
  if (count === 0) {
    throw new errors.Error(
      'The app is installed in none of the sub-accounts of your HighLevel agency, so there is nothing to work in. ' +
        'Install it in at least one sub-account from the HighLevel App Marketplace, then connect again.',
      'installed_nowhere',
    );
  }
  const agency = ['Agency', await agencyName(z, bundle)].filter(Boolean).join(' ');
  const subAccounts = count === 1 ? '1 sub-account' : `${count} sub-accounts`;
  return { id: companyOf(bundle), name: `${agency} (${subAccounts})` };
}

/** The agency's name; blank where its admin did not grant the scope for it. */
async function agencyName(z: ZObject, bundle: Bundle): Promise<string> {
  const answer = await send(z, {
    url: path`/marketplace/app/${appId()}/installations`,
    params: { companyId: companyOf(bundle) },
    expected: [400, 403, 404, 422],
    ofAgency: true,
  }).catch((error: unknown) => {
    // Without the scope there is no name, which is no matter for a label. HighLevel answers 401 then.
    if (error instanceof errors.RefreshAuthError || isMissingScope(error)) return undefined;
    throw error;
  });
  const { installationDetails } = toRecord(answer?.data);
  return toText(toRecord(installationDetails)['companyName']) ?? '';
}

/** What the token endpoint answered: tokens with 200, or a refusal in HighLevel's own words. */
interface TokenAnswer {
  status: number;
  data: unknown;
}

async function requestToken(z: ZObject, grant: Record<string, string>): Promise<TokenAnswer> {
  const client = {
    client_id: requiredSetting('CLIENT_ID'),
    client_secret: requiredSetting('CLIENT_SECRET'),
  };
  try {
    const { status, data } = await makeRequest(z, {
      method: 'POST',
      url: '/oauth/token',
      form: { ...client, ...grant },
      skipThrowForStatus: true,
      middlewareData: { expected: [400, 403, 404, 422], repeatable: true },
    });
    // A page of the firewall before HighLevel refuses nobody's sign-in.
    if (!isRecord(data)) throw outage();
    return { status, data };
  } catch (error) {
    if (isNetworkFailure(error)) throw outage();
    // zapier-platform-core answers every 401 with this error, which would start a refresh.
    if (error instanceof errors.RefreshAuthError) return { status: 401, data: {} };
    throw error;
  }
}

function outage(): Error {
  return new RepeatedError('HighLevel cannot be reached at the moment.');
}

function readTokens(data: unknown): Tokens {
  const answer = toRecord(data);
  const read = (key: string) => toText(answer[key]) ?? '';
  if (!read('access_token')) throw outage();
  const isOfAgency = read('userType') === 'Company';
  return {
    access_token: read('access_token'),
    refresh_token: read('refresh_token'),
    // An agency's steps choose their own.
    locationId: isOfAgency ? '' : read('locationId'),
    companyId: read('companyId'),
    userId: read('userId'),
    scope: toTexts(answer['scope']).join(' '),
    userType: read('userType'),
  };
}

function reasonOf(answer: TokenAnswer): string {
  const said = messagesOf(answer.data).join(' ');
  return said === '' ? '' : `It says: ${said} `;
}

export default {
  type: 'oauth2' as const,
  test,
  connectionLabel: '{{name}}',
  oauth2Config: {
    authorizeUrl: getAuthorizeUrl,
    getAccessToken,
    refreshAccessToken,
    autoRefresh: true,
    scope: SCOPES.join(' '),
  },
};
