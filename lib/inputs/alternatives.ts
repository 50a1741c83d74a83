import { errors } from 'zapier-platform-core';

/** How many of the fields a person must fill in, and which of them go together. */
export interface AlternativesRule {
  /** 0 where none is fine too. */
  atLeast?: 0 | 1;
  /** Labels of fields that say the same in different ways and may be filled in together. */
  together?: readonly string[];
}

/**
 * Checks fields of which a person fills in exactly one.
 *
 * @param given the values by the labels of their fields
 * @throws errors.Error that names the fields
 */
export function exactlyOne(
  given: Readonly<Record<string, unknown>>,
  { atLeast = 1, together = [] }: AlternativesRule = {},
): void {
  const labels = Object.keys(given);
  const filled = labels.filter((label) => given[label] !== undefined);
  const ways = new Set(filled.map((label) => (together.includes(label) ? together : label)));
  if (ways.size > 1) {
    throw new errors.Error(
      `Fill in only one of ${listed(filled, 'and')}. Each of them names a record by itself.`,
      'too_many_inputs',
    );
  }
  if (ways.size < atLeast) throw noneOf(labels);
}

/** The error for fields of which none is filled in. */
export function noneOf(labels: readonly string[]): Error {
  return new errors.Error(`Fill in ${listed(labels, 'or')}.`, 'missing_input');
}

/**
 * The error for an update of which nothing is filled in.
 *
 * @param fields the labels of all its fields, or the one label that says which record is meant
 */
export function nothingToChange(fields: readonly string[] | { besides: string }): Error {
  const what =
    'besides' in fields ? `at least one field besides "${fields.besides}"` : listed(fields, 'or');
  return new errors.Error(`Nothing to change. Fill in ${what}.`, 'missing_input');
}

function listed(labels: readonly string[], word: 'and' | 'or'): string {
  const quoted = labels.map((label) => `"${label}"`);
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1) ?? ''}`;
}

/**
 * Checks two fields of which a person fills in both or none.
 *
 * @param given their values by their labels
 * @throws errors.Error that names both
 */
export function bothOrNone(given: Readonly<Record<string, unknown>>): void {
  const filled = Object.values(given).filter((value) => value !== undefined);
  if (filled.length === 0 || filled.length === Object.keys(given).length) return;
  throw new errors.Error(
    `${listed(Object.keys(given), 'and')} go together, and one of them is empty. Fill in both, or clear both.`,
    'invalid_input',
  );
}
