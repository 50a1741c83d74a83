import { visible } from './characters.ts';
import { splitAtBlanks, splitAtCommas } from './lists.ts';
import { refused } from './refusal.ts';

/**
 * HighLevel's IDs have up to 36 letters, digits and dashes. An email address, a URL or a name is none:
 * of letters alone an ID has 20.
 */
const ID = /^(?=.*\d|.{15})(?!\.+$)[\w.~:-]{1,128}$/;

/** A number, a day or a time: an ID that has so few characters has letters too. */
const NUMBER = /^[\d.:_~-]{1,19}$|^[\d.]{1,18}e\d{1,3}$|^\d{4}-\d{2}-\d{2}(?:T|$)/i;

/** A phone number without a plus may be as long as an ID. */
const PHONE = /^\d[\d.-]{5,19}\d$/;

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
  if (isId(text) && !PHONE.test(text)) return text;
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
  return ID.test(text) && !NUMBER.test(text);
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
