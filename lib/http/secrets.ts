import type { Bundle, HttpResponse } from 'zapier-platform-core';

import { toList, toRecord } from '../../resources/values.ts';
import { clientSecret } from '../connection/environment.ts';
import { traitsOf } from './client.ts';
import { jsonIn } from './json.ts';

const HIDDEN = '(hidden)';

/** Shorter values occur in ordinary words. */
const SHORTEST = 8;

/**
 * Takes the connection's and the app's secrets out of a failure's answer, before anybody quotes it:
 * a server may repeat what it was sent.
 */
export function withoutSecrets(response: HttpResponse<unknown>, bundle: Bundle): void {
  const { authData, inputData, subscribeData } = bundle;
  const secrets = [
    authData['access_token'],
    authData['refresh_token'],
    traitsOf(response.request).bearer,
    clientSecret(),
    inputData['code'],
    ...secretsIn(subscribeData),
  ].filter((value): value is string => typeof value === 'string' && value.length >= SHORTEST);
  const found = secrets
    .flatMap((secret) => [secret, asInForm(secret)])
    .filter((written) => response.content.includes(written));
  if (found.length === 0) return;
  response.content = found.reduce(
    (text, secret) => text.replaceAll(secret, HIDDEN),
    response.content,
  );
  response.data = jsonIn(response.content);
}

/** A value as the body of a form writes it. */
function asInForm(value: string): string {
  return String(new URLSearchParams({ '': value })).slice(1);
}

/** With these the relay signs what it delivers. */
function secretsIn(subscribeData: unknown): unknown[] {
  const first = toRecord(subscribeData);
  return [first, ...toList(first['also'])].map((entry) => toRecord(entry)['secret']);
}
