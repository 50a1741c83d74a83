import { hasControls, visible } from './characters.ts';
import { refused } from './refusal.ts';

/** RFC 5321: 64 characters before the @ and 255 after it; the rest is a name. */
const LONGEST = 600;

/** As browsers check an email field (the HTML standard), letters of all languages and a dot besides. */
const ADDRESS =
  /^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@([\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

const WHAT = 'one email address, such as name@example.com';

/**
 * An email address as it is compared, in lower case; of `Anna <anna@example.com>` what is in the
 * angles.
 *
 * @throws errors.Error when it is none, or more than one
 */
export function readEmail(typed: string, label: string): string {
  return parts(typed, label).address;
}

/**
 * An email address with the name before it, where there is one: `Anna <anna@example.com>`.
 *
 * @throws errors.Error when it is none, or more than one
 */
export function readSender(typed: string, label: string): string {
  const { name, address } = parts(typed, label);
  if (name === '') return address;
  // A name with signs of its own, such as "Example, Anna", stands in quotes.
  return /^[\p{L}\p{M}\p{N} .'’&/()+_-]+$/u.test(name)
    ? `${name} <${address}>`
    : `"${name.replaceAll(/["\\]/g, '')}" <${address}>`;
}

function parts(typed: string, label: string): { name: string; address: string } {
  const text = typed.length > LONGEST ? '' : visible(typed);
  const open = text.endsWith('>') ? text.lastIndexOf('<') : -1;
  const name =
    open < 0
      ? ''
      : text
          .slice(0, open)
          .trim()
          .replace(/^"(.*)"$/, '$1')
          .trim();
  const inAngles = open < 0 ? text : text.slice(open + 1, -1);
  const address = inAngles
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
  const isOne = ADDRESS.test(address) && !/[<>@]/.test(name) && !hasControls(text);
  if (!isOne || /(^|\.)\.|\.@/.test(address)) {
    throw refused(label, WHAT, typed, { code: 'invalid_email' });
  }
  return { name, address };
}

/**
 * Several email addresses in one text, each as it stands there: by commas, semicolons and line
 * breaks, but for those in a name such as `Example, Anna <anna@example.com>`.
 */
export function splitEmails(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  let hasAt = false;
  let isQuoted = false;
  let isEmpty = true;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const separates = character === ',' || character === ';';
    if (isEmpty && separates) start = index + 1;
    else if (character.trim() !== '') isEmpty = false;
    if (character === '"' && !hasAt) isQuoted = !isQuoted;
    if (character === '@') hasAt = true;
    const endsLine = character === '\n' || character === '\r';
    if (endsLine || (hasAt && !isQuoted && separates)) {
      found.push(text.slice(start, index));
      start = index + 1;
      hasAt = false;
      isQuoted = false;
      isEmpty = true;
    }
  }
  return [...found, text.slice(start)];
}
