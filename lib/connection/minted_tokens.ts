import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomInt } from 'node:crypto';

import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { toNumber, toRecord, toText, toTexts } from '../../resources/values.ts';
import type { RequestTraits } from '../http/client.ts';
import { RepeatedError, requestFailure } from '../http/errors.ts';
import { jsonIn } from '../http/json.ts';
import { readBody } from '../http/read_body.ts';
import { makeRequest } from '../http/request.ts';
import { subAccountOf } from './installs.ts';
import { companyOf, locationOf } from './location.ts';

/** The token of an agency's sub-account. */
export interface SubAccountToken {
  token: string;
  /** Its scopes, as HighLevel told them; blank where it did not. */
  scope: string;
  /** Whether it waited in Zapier's cache: HighLevel may have ended it since. */
  isCached: boolean;
}

/** Where an agency's token is exchanged for one of its sub-account's. */
export const TOKENS_PATH = '/oauth/locationToken';

/** HighLevel's token answers have less than a tenth of it. In bytes. */
const LONGEST_ANSWER = 100_000;

/** A token is not used in its last minutes, so that a step does not begin with one that ends. */
const RESERVE_SECONDS = 600;

/** Steps that began together do not all mint at the same moment a day later. */
const SPREAD_SECONDS = 300;

/**
 * The token for the sub-account that a step of an agency's connection works in: from Zapier's cache,
 * or minted. Two steps at once may both mint, and both tokens work.
 *
 * @throws errors.Error when the app is not installed there; errors.ThrottledError at HighLevel's limit;
 *   errors.RefreshAuthError when the agency's own token has ended
 */
export async function subAccountToken(z: ZObject, bundle: Bundle): Promise<SubAccountToken> {
  const place = placeOf(bundle);
  const kept: unknown = await z.cache.get(place.name).catch(() => undefined);
  const cached = typeof kept === 'string' ? opened(kept, place.secret) : undefined;
  const { token, scope } = toRecord(jsonIn(cached ?? ''));
  if (typeof token !== 'string' || typeof scope !== 'string') return mintToken(z, bundle);
  return { token, scope, isCached: true };
}

/** A new token for the same, which takes the place of the cached one. @throws as `subAccountToken` */
export async function mintToken(z: ZObject, bundle: Bundle): Promise<SubAccountToken> {
  const { token, scope, seconds } = await swapped(z, bundle);
  const { name, secret } = placeOf(bundle);
  const ttl = Math.floor(seconds) - RESERVE_SECONDS - randomInt(SPREAD_SECONDS);
  const kept = sealed(JSON.stringify({ token, scope }), secret);
  const stored = ttl > 0 ? z.cache.set(name, kept, ttl) : z.cache.delete(name);
  // Without the cache the next step mints its own.
  await stored.catch(() => false);
  return { token, scope, isCached: false };
}

/** The agency's token, exchanged for one of its sub-account's. */
async function swapped(
  z: ZObject,
  bundle: Bundle,
): Promise<{ token: string; scope: string; seconds: number }> {
  const response = await swap(z, bundle);
  if (response === undefined || REFUSALS.includes(response.status)) {
    throw await refusalOf(z, bundle);
  }
  const body = await readBody(response, LONGEST_ANSWER).catch(() => undefined);
  const answer = toRecord(jsonIn(body?.toString('utf8') ?? ''));
  const { access_token, expires_in, locationId } = answer;
  const token = toText(access_token);
  if (token === null || (toText(locationId) ?? locationOf(bundle)) !== locationOf(bundle)) {
    throw new RepeatedError('HighLevel did not allow access to this sub-account.');
  }
  const scope = toTexts(answer['scope']).join(' ');
  return { token, scope, seconds: toNumber(expires_in) ?? 0 };
}

const REFUSALS = [400, 403, 404, 422];

/**
 * HighLevel's answer, or undefined for a 401, which zapier-platform-core turns into an error before
 * its words can be read. The answer is read raw: core quotes any other in the messages of errors.
 */
async function swap(z: ZObject, bundle: Bundle) {
  const traits: RequestTraits = {
    repeatable: true,
    expected: REFUSALS,
    mayBeEmpty: true,
    ofAgency: true,
  };
  try {
    return await makeRequest(z, {
      method: 'POST',
      url: TOKENS_PATH,
      form: { companyId: companyOf(bundle), locationId: locationOf(bundle) },
      raw: true,
      skipThrowForStatus: true,
      middlewareData: { ...traits },
    });
  } catch (error) {
    if (error instanceof errors.RefreshAuthError) return undefined;
    throw requestFailure(error, true);
  }
}

/**
 * Why HighLevel gives no token for a sub-account. It documents no status for it (400, 401 and 403
 * were seen), so its list of installs says which it is. A list that is refused too is a matter of the
 * agency's own token, and its error goes on to Zapier.
 */
async function refusalOf(z: ZObject, bundle: Bundle): Promise<Error> {
  const found = await subAccountOf(z, bundle, locationOf(bundle));
  if (!found) {
    return new errors.Error(
      'This agency has no such sub-account in HighLevel. Choose another one in "Sub-Account".',
      'unknown_sub_account',
    );
  }
  if (!found.isInstalled) {
    return new errors.Error(
      `The app of this connection is not installed in the sub-account "${found.name}". ` +
        'Install it there from the HighLevel App Marketplace, or choose another one in "Sub-Account".',
      'not_installed',
    );
  }
  return new errors.Error(
    `HighLevel allows no access to the sub-account "${found.name}", most likely because it has another version of the app than this connection. ` +
      'Update the app in that sub-account in HighLevel, or reconnect HighLevel in Zapier.',
    'other_version',
  );
}

/** Where a token waits in Zapier's cache, and what it is sealed with. */
interface Place {
  name: string;
  secret: Buffer;
}

/**
 * Both come from the agency's token: who has not got it can neither find nor read what is cached, and
 * a connection that was made anew or refreshed starts without it.
 */
function placeOf(bundle: Bundle): Place {
  const of = (use: string) =>
    Buffer.from(
      hkdfSync(
        'sha256',
        bundle.authData['access_token'] ?? '',
        JSON.stringify([companyOf(bundle), locationOf(bundle)]),
        `highlevel sub-account token: ${use}`,
        32,
      ),
    );
  return { name: `token-${of('name').toString('base64url')}`, secret: of('secret') };
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

function sealed(text: string, secret: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, secret, iv);
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), content]).toString('base64');
}

/** What was sealed, or undefined for what was not sealed with this secret. */
function opened(text: string, secret: Buffer): string | undefined {
  const bytes = Buffer.from(text, 'base64');
  try {
    const decipher = createDecipheriv(CIPHER, secret, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const content = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([content, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
