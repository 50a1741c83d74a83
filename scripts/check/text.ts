/** Words that a title leaves in lower case, unless they open or close it. */
const SMALL_WORDS = new Set(
  'a an and as at but by en for if in of on or the to v via vs'.split(' '),
);

/** Words that some style guides write small and others do not: either is right. */
const EITHER_WORDS = new Set('from into nor off per so than up with'.split(' '));

/** The text in title case: `new contact In list` becomes `New Contact in List`. */
export function titleCase(text: string): string {
  const words = text.split(' ');
  return words
    .map((word, index) => {
      const isEdge = index === 0 || index === words.length - 1;
      if (!isEdge && SMALL_WORDS.has(word.toLowerCase())) return word.toLowerCase();
      if (!isEdge && EITHER_WORDS.has(word)) return word;
      return word.split('-').map(capitalize).join('-');
    })
    .join(' ');
}

/** A label without what stands in parentheses, which may be an ordinary remark. */
export function withoutParentheses(text: string): string {
  return text
    .replaceAll(/\s*\([^)]*\)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The parts of a key in lower case: `apiKey` and `api_key` give `api`, `key`. */
export function wordsOfKey(key: string): string[] {
  return key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}

/** Texts are alike when they say the same but for case, marks and spaces. */
export function sameWords(one: string, other: string): boolean {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return bare(one) === bare(other);
}

/** What Markdown makes of a text: the targets of its links, and the text without code and links. */
export interface Markdown {
  targets: string[];
  rest: string;
}

const CODE = /(`+)(?:(?!\1)[\s\S])+?\1/g;
const LINK = /!?\[([^[\]]*)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)?)(?:\s+"[^"]*")?\)/g;

export function readMarkdown(text: string): Markdown {
  const targets: string[] = [];
  const rest = text
    .replaceAll(CODE, ' ')
    .replaceAll(LINK, (_link, label: string, target: string) => {
      targets.push(target);
      return ` ${label} `;
    });
  return { targets, rest };
}

function capitalize(word: string): string {
  return word.replace(/\p{L}|\p{N}/u, (first) => first.toUpperCase());
}

/** What several of a thing are called. */
export function pluralOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return name.replace(/y$/, 'ies');
  return name.endsWith('s') ? `${name}es` : `${name}s`;
}
