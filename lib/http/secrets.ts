import type { Bundle, HttpResponse } from 'zapier-platform-core';

import { clientSecret } from '../connection/environment.ts';
import { jsonIn } from './json.ts';

const HIDDEN = '(hidden)';

/** Shorter values occur in ordinary words. */
const SHORTEST = 8;

/**
 * Takes the connection's and the app's secrets out of a failure's answer, before anybody quotes it:
 * a server may repeat what it was sent.
 */
export function withoutSecrets(response: HttpResponse<unknown>, bundle: Bundle): void {
  const { authData, inputData } = bundle;
  const secrets = [
    authData['access_token'],
    authData['refresh_token'],
    clientSecret(),
    inputData['code'],
  ].filter((value): value is string => typeof value === 'string' && value.length >= SHORTEST);
  const found = secrets.filter((secret) => response.content.includes(secret));
  if (found.length === 0) return;
  response.content = found.reduce(
    (text, secret) => text.replaceAll(secret, HIDDEN),
    response.content,
  );
  response.data = jsonIn(response.content);
}
