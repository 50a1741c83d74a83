/**
 * The characters of what people paste and other steps hand over. Each function looks at every
 * character once.
 */

/** A class of characters that nobody sees, such as zero-width spaces and marks of direction. */
const INVISIBLE = String.raw`\p{Default_Ignorable_Code_Point}\p{Cf}\u2800`;
const UNSEEN = new RegExp(`[${INVISIBLE}]`, 'gu');

/** A character that a person sees, and one of these that means something. */
const SEEN = new RegExp(String.raw`[^\s${INVISIBLE}]`, 'u');
const READABLE = new RegExp(String.raw`[^\s${INVISIBLE}\p{Cc}\p{Cs}]`, 'u');

/** Those of them that may stand at the ends of a text without meaning: not the parts of an emoji. */
const EDGE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]/;

/** What no text means: controls but for line breaks and tabs, and halves of characters. */
const MEANINGLESS = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** The text without characters that nobody sees, and without blanks at its ends. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, '').trim();
}

/**
 * A text as names and phrases are compared: in any case, whatever blanks stand between its words, with
 * plain quotes where a phone writes curly ones, and accents in the one form that Unicode has for them.
 */
export function folded(text: string): string {
  return visible(text)
    .normalize('NFC')
    .replaceAll(/[\u2018\u2019\u02bc]/g, "'")
    .replaceAll(/[\u201c-\u201e]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}

/** Whether two names are one and the same to a person. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** Whether one of the texts contains the phrase, as people read it. */
export function containsPhrase(texts: readonly (string | null)[], phrase: string): boolean {
  const wanted = folded(phrase);
  return texts.some((text) => text !== null && folded(text).includes(wanted));
}

/** The text without what no text means: a Zap that hands over half an emoji goes on without it. */
export function meaningful(text: string): string {
  return text.replaceAll(MEANINGLESS, '');
}

/** Whether the text has only blanks and characters that nobody sees. */
export function isUnseen(text: string): boolean {
  return !SEEN.test(text);
}

/** Whether the text has nothing that a person could read. */
export function isUnreadable(text: string): boolean {
  return !READABLE.test(text);
}

/** The text without blanks at its ends, seen or unseen. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text.charAt(start))) start += 1;
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Whether the text holds a control character, a line break too, or half a character. */
export function hasControls(text: string): boolean {
  return /[\p{Cc}\p{Cs}]/u.test(text);
}

/** What programs write where they have no value. */
const NOTHING = /^(?:(?:undefined|null|NaN|\[object \w+\])[\s,;]*)+$/;

/** Whether the text only says that an earlier step had no value. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text.trim());
}

/** What a person is shown of a value, in characters. */
const LONGEST_QUOTE = 80;

/** A value in quotes, for a sentence: on one line, cut where it is long. */
export function quoted(text: string): string {
  return `"${shortened(text, LONGEST_QUOTE)}"`;
}

/** The beginning of a text on one line, without what nobody sees. */
export function shortened(text: string, longest: number): string {
  // A character may take two places; what is cut in half here is left out.
  const start = text.slice(0, 10 * longest).replaceAll(UNSEEN, '');
  const line = start.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  const characters = Array.from(line);
  const isCut = characters.length > longest || text.length > 10 * longest;
  return isCut ? `${characters.slice(0, longest).join('')}…` : line;
}
