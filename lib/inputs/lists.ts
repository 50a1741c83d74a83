import { parseJson } from '../http/json.ts';
import { quoted, trimmed } from './characters.ts';
import { invalid } from './refusal.ts';

/** No list of HighLevel's takes more, and no step has the time for more. */
export const MOST_ENTRIES = 1_000;

/**
 * The entries of a list field: of a list, one by one; of a text that is a JSON list, the same.
 *
 * @param split takes an entry apart that holds several
 * @throws errors.Error for an entry that is no single value
 */
export function entriesOf(
  raw: unknown,
  label: string,
  split: (text: string) => readonly string[],
): string[] {
  return asList(raw).flatMap((entry) =>
    // Line items of line items come as lists of lists.
    asList(entry).flatMap((value) => textsIn(value, label).flatMap(split)),
  );
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function textsIn(value: unknown, label: string): string[] {
  if (value === null || value === undefined) return [];
  const text = textOf(value, label);
  const listed = readJsonList(text, label);
  return listed
    ? listed.flatMap((entry) => (entry === null ? [] : [textOf(entry, label)]))
    : [text];
}

function textOf(value: unknown, label: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw invalid(
    `"${label}" takes a list of single values, and one of these is a list or a group of values.`,
    'Map the single values.',
  );
}

/** The entries of a JSON list; undefined for another text. */
function readJsonList(typed: string, label: string): unknown[] | undefined {
  const text = trimmed(typed);
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  try {
    const list = parseJson(text);
    return Array.isArray(list) ? list : undefined;
  } catch {
    // A single value may stand in brackets, as in [vip]; several are a list that is written wrong.
    if (!/["',]/.test(text)) return undefined;
    throw invalid(
      `"${label}" contains a list that cannot be read: ${quoted(typed)}.`,
      'Write one value per line, or separate them by commas.',
    );
  }
}

/** Several values in one text, each on a line or in a cell of its own, or separated by commas. */
export function splitAtCommas(text: string): string[] {
  return text.split(/[\r\n\t,;]/);
}

/** Several values in one text, each on a line of its own. */
export function splitAtLines(text: string): string[] {
  return text.split(/[\r\n]/);
}

/** Several values without spaces in one text, separated by anything that separates. */
export function splitAtBlanks(text: string): string[] {
  return text.split(/[\s,;]/);
}
