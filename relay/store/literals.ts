/** A value that a statement may take. */
type Scalar = string | number | boolean | null | undefined;

/**
 * Writes a value as an SQL literal, without a type: the statement determines it. Strings are quoted
 * for `standard_conforming_strings = on`, in which a quote is the only character that means
 * something.
 *
 * @throws Error for a value of a kind that no statement here takes.
 */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  const text = Array.isArray(value) ? `{${value.map(element).join(',')}}` : scalar(value);
  if (text.includes('\0')) throw new Error('A text with a NUL character cannot be stored.');
  return `'${text.replaceAll("'", "''")}'`;
}

function element(value: Scalar): string {
  if (value === null || value === undefined) return 'NULL';
  return `"${scalar(value).replace(/["\\]/g, '\\$&')}"`;
}

function scalar(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      if (value instanceof Date) return value.toISOString();
      if (value !== null && Object.getPrototypeOf(value) === Object.prototype) {
        return JSON.stringify(value);
      }
  }
  throw new Error(`A value of this kind cannot be sent: ${typeof value}.`);
}
