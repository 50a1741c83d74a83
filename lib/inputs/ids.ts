import { visible } from './characters.ts';
import { splitAtBlanks, splitAtCommas } from './lists.ts';
import { refused } from './refusal.ts';

/**
 * The forms that HighLevel's IDs have, as its specification shows them: 20 letters and digits, 24
 * hexadecimal digits, or a UUID. One time of a repeating appointment has its start and its length after it.
 * A custom object is known by its key.
 */
const FORMS: readonly RegExp[] = [
  /^(?=.*[a-z])[a-z\d]{20,40}(?:_\d{13}_\d{1,9})?$/i,
  // They begin with the time of their creation, so some of them are all digits.
  /^[56][\da-f]{23}$/i,
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  /^custom_objects?\.[a-z\d_]+$/,
];

/** Long enough for an ID, but made of words: `ChristopherAlexander`, `christopherrobin1985`. */
const WORDS = /^(?:[a-z]+|[A-Z]+|(?:[A-Z][a-z]{2,}){1,3})\d*$/;

/** No word has so many consonants in a row; an ID of letters alone, which is one of thirty, often does. */
const UNSPOKEN = /[bcdfghjklmnpqrstvwxz]{5}/i;

/** The longest text that may name a record, in characters. */
const LONGEST_NAME = 200;

/**
 * The ID of a record where the text is one; undefined for a text that can name a record in another
 * way, such as an email address.
 *
 * @throws errors.Error for what can be neither
 */
export function idIn(typed: string, label: string): string | undefined {
  const text = visible(typed);
  if (isId(text)) return text;
  if (text.length > LONGEST_NAME || !/[\p{L}\p{N}]/u.test(text)) throw noId(typed, label);
  return undefined;
}

/**
 * The ID of a record, of which nothing else is known.
 *
 * @throws errors.Error for what cannot be one, such as a name
 */
export function readId(typed: string, label: string): string {
  const id = visible(typed);
  if (isId(id)) return id;
  throw noId(typed, label);
}

function isId(text: string): boolean {
  if (!FORMS.some((form) => form.test(text))) return false;
  return !WORDS.test(text) || UNSPOKEN.test(text);
}

function noId(typed: string, label: string): Error {
  return refused(label, 'the ID of a record', typed, {
    advice: 'Choose it from the list, or map its ID from an earlier step.',
  });
}

/** Several IDs in one text, separated by anything; of names, which have blanks, by commas and lines. */
export function splitIds(text: string): string[] {
  const parts = splitAtBlanks(text);
  return parts.every((part) => part === '' || isId(visible(part))) ? parts : splitAtCommas(text);
}
