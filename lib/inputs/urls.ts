import { hasControls, trimmed, visible } from './characters.ts';
import { refused } from './refusal.ts';

/** Zapier's own URLs of files are long. */
const LONGEST = 10_000;

/**
 * A URL of the web, with spaces and letters of other languages encoded.
 *
 * @throws errors.Error for one without `http://` or `https://`
 */
export function readUrl(typed: string, label: string): string {
  const url = urlIn(typed);
  if (url !== undefined) return url;
  throw refused(label, 'a URL that starts with https://', typed, { code: 'invalid_url' });
}

/**
 * A file, which Zapier hands over as its URL.
 *
 * @throws errors.Error for what is none
 */
export function readFile(typed: string, label: string): string {
  const url = urlIn(typed);
  if (url !== undefined) return url;
  throw refused(label, 'a file, or a URL that starts with https://', typed, {
    code: 'invalid_file',
  });
}

/**
 * A URL has spaces and commas of its own, but none after the other, and no second URL after one. One
 * within another stands after a sign, as in `?to=https://` and `/web/https://`.
 */
const SEVERAL = /[,;]\s|[\s,;|](?:https?:\/\/|www\.)|[a-z\d]https?:\/\//i;

function urlIn(typed: string): string | undefined {
  const text = typed.length > LONGEST ? '' : visible(typed);
  const isUrl = /^https?:\/\/[^/\\]/i.test(text) && URL.canParse(text) && !hasControls(text);
  if (!isUrl || SEVERAL.test(text)) return undefined;
  const { hostname, href } = new URL(text);
  if (!HOST.test(hostname)) return undefined;
  return /^[\x21-\x7e]+$/.test(text) ? text : href;
}

/** A host that others can reach: a domain with its ending, or an IP address. */
const HOST = /^(?:[^.]+\.)+[^.]+\.?$|^\[[\da-f:.]+\]$/i;

/**
 * Several URLs in one text: each begins where `http` or `www` follows a blank, a comma, a semicolon or a bar,
 * and after a comma or semicolon with a blank.
 */
export function splitUrls(text: string): string[] {
  const starts = [...text.matchAll(/(?<=^|[\s,;|])(?:https?:\/\/|www\.)|(?<=[,;]\s)\S/gi)].map(
    ({ index }) => index,
  );
  const ends = [...starts, text.length];
  return [
    text.slice(0, ends[0]),
    ...starts.map((start, index) => text.slice(start, ends[index + 1])),
  ].map(withoutSeparators);
}

function withoutSeparators(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;|]/.test(text.charAt(end - 1))) end -= 1;
  return trimmed(text.slice(0, end));
}
