import type {
  AfterResponseMiddleware,
  BeforeRequestMiddleware,
  Bundle,
} from 'zapier-platform-core';

import { throwIfFailed } from './lib/http/failures.ts';
import { traitsOf, type RequestTraits } from './lib/http/client.ts';
import { apiUrl } from './lib/connection/environment.ts';
import { isAgency, noSubAccount } from './lib/connection/location.ts';
import { requirePermission } from './lib/connection/permissions.ts';
import { emptyAnswer, outOfTime } from './lib/http/errors.ts';
import { isGatewayTimeout } from './lib/http/answers.ts';
import { jsonIn, mayBeRounded } from './lib/http/json.ts';
import { withoutSecrets } from './lib/http/secrets.ts';
import { remainingMs } from './lib/http/step_context.ts';

const VERSION_BY_AREA: Record<string, string> = {
  conversations: '2021-04-15',
  calendars: '2021-04-15',
  'conversation-ai': '2021-04-15',
};
const VERSION_ELSEWHERE = '2021-07-28';

/** Milliseconds. With less, the answer of a request that must not be repeated may come too late. */
const LEAST_MS = 2_000;

/** Signs in by client id and secret: a token that has expired must not go there. */
const TOKEN_PATH = '/oauth/token';

/** The `Version` header that HighLevel's specification names for a path, such as `/contacts/upsert`. */
export function versionOf(path: string): string {
  const area = path.split('/')[1] ?? '';
  return VERSION_BY_AREA[area] ?? VERSION_ELSEWHERE;
}

/**
 * Completes requests to HighLevel: address, `Version`, token. The token goes to HighLevel's own
 * origin and nowhere else. Every request ends when its step must.
 */
export const completeRequest: BeforeRequestMiddleware = (request, _z, bundle) => {
  const url = request.url.startsWith('/') ? apiUrl() + request.url : request.url;
  const timed = { ...request, url, timeout: remainingMs(bundle) };
  if (!isHighLevel(url) || traitsOf(request).anonymous) return timed;
  if (!traitsOf(request).repeatable && timed.timeout < LEAST_MS) throw outOfTime();
  const { pathname } = new URL(url);
  const traits = traitsOf(request);
  const isSignIn = pathname === TOKEN_PATH;
  const token = isSignIn ? undefined : tokenFor(traits, bundle);
  if (!isSignIn) {
    const granted = traits.bearer === undefined ? bundle.authData['scope'] : traits.scope;
    requirePermission({ method: request.method, url }, granted, bundle);
  }
  return {
    ...timed,
    // Where a redirect leads to, the token has no business.
    redirect: 'manual',
    headers: {
      Accept: 'application/json',
      Version: versionOf(pathname),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...request.headers,
    },
  };
};

/** An agency's own token goes out with what is asked of the agency, and with nothing else. */
function tokenFor({ bearer, ofAgency }: RequestTraits, bundle: Bundle): string | undefined {
  if (bearer === undefined && isAgency(bundle) && !ofAgency) throw noSubAccount(bundle);
  return bearer ?? bundle.authData['access_token'];
}

/**
 * Turns HighLevel's failures into Zapier's errors, by the table in lib/http/failures.ts. No failure of
 * anybody else keeps a secret either.
 */
export const throwFailures: AfterResponseMiddleware = (response, _z, bundle) => {
  const { request } = response;
  const traits = traitsOf(request);
  if (traits.anonymous) return response;
  const isPlain = !request.raw;
  if (isPlain && response.status >= 300) withoutSecrets(response, bundle);
  if (!isHighLevel(request.url ?? '')) return response;
  // zapier-platform-core has read it with rounded numbers.
  if (isPlain && mayBeRounded(response.content)) {
    const exact = jsonIn(response.content);
    if (exact !== undefined) response.data = exact;
  }
  const isExpected = traits.expected.includes(response.status);
  if (isExpected && !(isPlain && isGatewayTimeout(response))) return response;
  throwIfFailed(response, bundle);
  if (!traits.mayBeEmpty && response.content.trim() === '') throw emptyAnswer(traits.repeatable);
  return response;
};

/** Whether an address is HighLevel's API, by its origin. */
export function isHighLevel(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(apiUrl()).origin;
}
