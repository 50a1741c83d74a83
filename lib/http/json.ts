/**
 * The value of a JSON text. A number that JavaScript would write with other digits, such as
 * 12345678901234567890, stays the text that it is.
 *
 * @throws SyntaxError for a text that is no JSON
 */
export function parseJson(text: string): unknown {
  const value: unknown = mayBeRounded(text) ? JSON.parse(text, exactly) : JSON.parse(text);
  return value;
}

/** The value of a JSON text, as `parseJson` reads it; undefined for a text that is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/**
 * Fewer digits are always kept; numbers with an exponent may be too large or too small. Within a text, such
 * as the ID "a3E7", a number follows other signs than these.
 */
const LONG_NUMBER = /(?:^|[:,[\s])-?(?:\d[\d.]{15}|[\d.]+[eE])/;

/** Whether a JSON text may have numbers that JavaScript writes with other digits. */
export function mayBeRounded(json: string): boolean {
  return LONG_NUMBER.test(json);
}

/** Node gives a reviver the text of a number too. */
function exactly(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined) return value;
  return significant(source) === significant(String(value)) ? value : source;
}

/** The digits of a number, without the zeros around them. */
function significant(written: string): string {
  const digits = written.replace(/e.*$/i, '').replaceAll(/[-.]/g, '');
  let start = 0;
  let end = digits.length;
  while (digits.charAt(start) === '0') start += 1;
  while (end > start && digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(start, end);
}
