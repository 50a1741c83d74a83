import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

/**
 * Finds the record that a person names by something else than its ID: an email address, a phone
 * number, a name.
 *
 * @param typed without what nobody sees at its ends
 * @param label of the field, for the sentence
 * @returns the record's ID
 * @throws errors.Error when no record has that name, or more than one
 */
export type RecordFinder = (
  z: ZObject,
  bundle: Bundle,
  typed: string,
  label: string,
) => Promise<string>;

/** A dropdown's function that can also find one of its records by what a person typed. */
interface Finding {
  finder: RecordFinder;
}

/** The finder of a field's dropdown. */
export function finderOf({ choices }: PlainInputField): RecordFinder | undefined {
  const perform = choices && 'perform' in choices ? choices.perform : undefined;
  return isFinding(perform) ? perform.finder : undefined;
}

export function hasFinder(field: PlainInputField): boolean {
  return finderOf(field) !== undefined;
}

function isFinding(perform: unknown): perform is Finding {
  return typeof perform === 'function' && 'finder' in perform;
}
