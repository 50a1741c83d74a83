import { errors, type Bundle } from 'zapier-platform-core';

import { apiUrl } from '../connection/environment.ts';
import { companyOf, isOfAgencyItself, locationOf } from '../connection/location.ts';
import { quoted } from '../inputs/characters.ts';

/** A path and its query have fewer characters, however they are encoded. */
const LONGEST = 4_000;

/**
 * The path and query of an address in HighLevel's API that a person typed or mapped: a path such as
 * `/contacts/`, or a whole address. It is read as a browser reads it, so that another host cannot be
 * dressed up as a path, and only what follows HighLevel's host is kept: the token goes nowhere else.
 *
 * @throws errors.Error for another host, for what hands out tokens, and for a placeholder left in it
 */
export function apiPath(typed: string, bundle: Bundle): string {
  if (typed.length > LONGEST) {
    throw invalid(`"Path" is too long: it has ${typed.length} characters.`);
  }
  const filled = fillPlaceholders(typed, bundle);
  const placeholder = /\{[^{}]*\}|(?<=\/):[a-z]\w*/i.exec(filled)?.[0];
  if (placeholder !== undefined) {
    throw invalid(
      `"Path" still contains ${quoted(placeholder)}. Replace it with the ID of a record.`,
    );
  }
  const { origin } = new URL(apiUrl());
  const url = URL.canParse(filled, origin) ? new URL(filled, origin) : undefined;
  const path = decoded(url?.pathname ?? '');
  const isOurs = url?.origin === origin && url.username === '' && url.password === '';
  if (!isOurs || path === undefined || isDisguised(filled) || isDisguised(path)) {
    throw invalid(
      '"Path" must be a path of HighLevel\'s own API, such as /contacts/, and no other URL: this step sends the access token of your connection.',
    );
  }
  if (/^\/oauth(\/|$)/i.test(path)) {
    throw invalid('"Path" returns access tokens, which must not appear in a Zap.');
  }
  return url.pathname + url.search;
}

/**
 * The text with the connection's sub-account for `{locationId}`, which most endpoints ask for, and its
 * agency for `{companyId}`.
 *
 * @throws errors.Error for a sub-account in a request of the agency's own
 */
export function fillPlaceholders(text: string, bundle: Bundle): string {
  return text
    .replaceAll(/\{\{locationId\}\}|\{locationId\}/g, () => {
      if (isOfAgencyItself(bundle)) throw ofNoSubAccount();
      return locationOf(bundle);
    })
    .replaceAll(/\{\{companyId\}\}|\{companyId\}/g, () => companyOf(bundle));
}

function ofNoSubAccount(): Error {
  return invalid(
    '{locationId} stands for a sub-account, and "Sub-Account" is "The agency itself". Write the ID of a sub-account in its place, or choose that sub-account in "Sub-Account".',
  );
}

/** Spellings that some programs read as the start of another host, or drop while they read. */
function isDisguised(path: string): boolean {
  return /^\/{2}|\\|\p{Cc}|^[a-z][a-z\d+.-]*:(?!\/\/)/iu.test(path);
}

/** The path with its percent signs read, however often it was encoded; undefined where it is broken. */
function decoded(path: string): string | undefined {
  try {
    const once = decodeURIComponent(path);
    return once === path ? path : decoded(once);
  } catch {
    return undefined;
  }
}

function invalid(sentence: string): Error {
  return new errors.Error(sentence, 'invalid_path');
}
