import { z } from 'zod';

import { Problem } from '../problem.ts';
import {
  askHighLevel,
  callHighLevel,
  commonRefusalOf,
  isGood,
  isLate,
  isOfAuthClass,
  isPage,
  parseJson,
  tokenRefused,
  unavailable,
  type Call,
  type CallAnswer,
  type HighLevel,
} from './highlevel.ts';
import type { Read } from './reads.ts';

const VERSION = '2021-07-28';
/** HighLevel returns no more than this, whatever is asked for. */
const PAGE = 100;
const MOST_PAGES = 100;
/** Sub-accounts that are tried for a token: one may have another version of the app. */
const MOST_TRIED = 5;
/** All calls together: who subscribes waits no longer for an answer. */
const LIMIT_MS = 25_000;

const READ_ALL = { scope: 'oauth.readonly', label: 'View installed sub-accounts' };
const GET_TOKEN = { scope: 'oauth.write', label: 'Issue tokens for sub-accounts' };

/** A HighLevel access token, and the agency that it is said to be of. */
export interface AgencyToken {
  token: string;
  companyId: string;
}

const page = z.object({
  locations: z.array(
    z.object({ _id: z.string().regex(/^[\w-]{1,128}$/), isInstalled: z.boolean().optional() }),
  ),
});
const locationToken = z.object({
  access_token: z.string().min(1),
  locationId: z.string(),
  companyId: z.string(),
});

/**
 * Asks HighLevel in which sub-accounts of an agency an app is installed, and whether the agency may
 * read something there: as it reads anything of a sub-account, by a token that HighLevel gives it for
 * one. That the list is this agency's follows from it: a token of another agency gets none.
 *
 * @returns the sub-accounts.
 * @throws Problem as `askHighLevel` does; 403 when the app is installed nowhere.
 */
export async function askForAgency(
  highLevel: HighLevel,
  { appId, reads }: { appId: string; reads: readonly Read[] },
  agency: AgencyToken,
  caller: AbortSignal,
): Promise<string[]> {
  const signal = AbortSignal.any([caller, AbortSignal.timeout(LIMIT_MS)]);
  const locations = await installedLocations(highLevel, appId, agency, signal);
  for (const locationId of locations.slice(0, MOST_TRIED)) {
    const token = await tokenFor(highLevel, locationId, agency, signal);
    if (token === undefined) continue;
    for (const read of reads) await askHighLevel(highLevel, read, { token, locationId }, signal);
    return locations;
  }
  throw locations.length === 0
    ? new Problem(
        403,
        'installed_nowhere',
        'The app is installed in no sub-account of this agency. Install it in one, then try again.',
      )
    : otherAgency();
}

async function installedLocations(
  highLevel: HighLevel,
  appId: string,
  { token, companyId }: AgencyToken,
  signal: AbortSignal,
): Promise<string[]> {
  const found = new Set<string>();
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const query = new URLSearchParams({
      companyId,
      appId,
      isInstalled: 'true',
      skip: String(number * PAGE),
      limit: String(PAGE),
    });
    const path = `/oauth/installedLocations?${query.toString()}`;
    const call: Call = { method: 'GET', path, version: VERSION, token };
    const answer = await callHighLevel(highLevel, call, signal);
    if (!isGood(answer)) throw refusalOf(answer);
    const parsed = page.safeParse(parseJson(answer.text));
    if (!parsed.success) throw unavailable('its answer has no sub-accounts');
    const { locations } = parsed.data;
    for (const { _id, isInstalled } of locations) if (isInstalled !== false) found.add(_id);
    if (locations.length < PAGE) return [...found];
  }
  throw new Problem(
    422,
    'too_many_sub_accounts',
    `The agency has more than ${MOST_PAGES * PAGE} sub-accounts with the app. Choose sub-accounts one by one.`,
  );
}

/** The agency's token for a sub-account; undefined when HighLevel issues none for it. */
async function tokenFor(
  highLevel: HighLevel,
  locationId: string,
  { token, companyId }: AgencyToken,
  signal: AbortSignal,
): Promise<string | undefined> {
  const call: Call = {
    method: 'POST',
    path: '/oauth/locationToken',
    version: VERSION,
    token,
    body: new URLSearchParams({ companyId, locationId }).toString(),
    contentType: 'application/x-www-form-urlencoded',
  };
  const answer = await callHighLevel(highLevel, call, signal);
  if (!isGood(answer)) {
    const common = commonRefusalOf(answer, GET_TOKEN.scope, GET_TOKEN.label);
    if (common) throw common;
    const isRefusal = [400, 401, 403, 404, 422].includes(answer.status);
    if (isRefusal && !isPage(answer) && !isLate(answer)) return undefined;
    throw unavailable(`it answered ${answer.status}`);
  }
  const parsed = locationToken.safeParse(parseJson(answer.text));
  if (!parsed.success) throw unavailable('its answer has no token');
  const { data } = parsed;
  if (data.locationId !== locationId || data.companyId !== companyId) throw otherAgency();
  return data.access_token;
}

function refusalOf(answer: CallAnswer): Problem {
  const common = commonRefusalOf(answer, READ_ALL.scope, READ_ALL.label);
  if (common) return common;
  const { status, text } = answer;
  const isRefusal = status === 401 || status === 403;
  if (isPage(answer) || !isRefusal) return unavailable(`it answered ${status}`);
  if (isOfAuthClass(text)) {
    return new Problem(
      403,
      'other_token',
      "All sub-accounts can be had with an agency's connection only, and this HighLevel connection is not one. Connect the agency, or choose a sub-account.",
    );
  }
  if (status === 401 && !/\bcompany\b/i.test(text)) return tokenRefused();
  return otherAgency();
}

function otherAgency(): Problem {
  return new Problem(
    403,
    'other_agency',
    'This HighLevel connection has no access to the sub-accounts of that agency. Reconnect the agency.',
  );
}
