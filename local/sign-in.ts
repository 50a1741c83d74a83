import { randomBytes } from 'node:crypto';

import { isRecord, toRecord, toText } from '../resources/values.ts';
import { askServer } from './ask-server.ts';
import type { PackagedApp } from './packaged-app.ts';

/** Where Zapier receives the code; the sandbox knows it as the app's redirect URL. */
const REDIRECT_URI = 'https://zapier.com/dashboard/auth/oauth/return/App1CLIAPI/';

/** A connection as Zapier keeps it after the sign-in. */
export interface Connection {
  authData: Record<string, string>;
  /** The consent page's HTML, as the person saw it. */
  consentPage: string;
}

/**
 * The OAuth2 code flow as Zapier makes it: the integration's authorize URL, the consent
 * page, a person's answer, the redirect with code and state, the exchange.
 *
 * @param form what a person chose: the fields of the consent page, as the sandbox's README lists them;
 *   a list for a field that is ticked several times
 * @throws Error when the page refuses, or `state` does not come back as it was sent
 */
export async function signIn(
  app: PackagedApp,
  form: Record<string, string | readonly string[]>,
): Promise<Connection> {
  const state = randomBytes(12).toString('hex');
  const authorizeUrl = await authorizeUrlOf(app, state);
  const { status, text: consentPage } = await askServer(authorizeUrl);
  if (status !== 200) throw new Error(`The consent page answered ${status}: ${consentPage}`);
  const answer = await askServer(authorizeUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: formBody(form).toString(),
  });
  const returned = new URL(answer.headers.location ?? 'about:blank').searchParams;
  if (returned.get('state') !== state) throw new Error('The state did not come back.');
  const tokens = await app.one({
    method: 'authentication.oauth2Config.getAccessToken',
    bundle: { inputData: { code: returned.get('code'), redirect_uri: REDIRECT_URI } },
  });
  const authData = Object.fromEntries(
    Object.entries(tokens).map(([key, value]) => [key, toText(value) ?? '']),
  );
  return { authData, consentPage };
}

function formBody(form: Record<string, string | readonly string[]>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [key, values] of Object.entries(form)) {
    for (const value of [values].flat()) body.append(key, value);
  }
  return body;
}

/** Zapier renders the URL from the definition and appends the scopes. */
async function authorizeUrlOf(app: PackagedApp, state: string): Promise<string> {
  const rendered = await app.execute({
    method: 'authentication.oauth2Config.authorizeUrl',
    bundle: { inputData: { redirect_uri: REDIRECT_URI, state } },
  });
  const { authentication } = await app.definition();
  const config = toRecord(isRecord(authentication) ? authentication['oauth2Config'] : undefined);
  const url = new URL(toText(rendered) ?? '');
  url.searchParams.set('scope', toText(config['scope']) ?? '');
  return url.href;
}
