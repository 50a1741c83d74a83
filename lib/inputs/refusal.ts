import { errors } from 'zapier-platform-core';

import { quoted } from './characters.ts';

/**
 * The error for a value that cannot be read: `"Send At" must be a date ..., and is "soon".`
 *
 * @param what what the field asks for, after "must be"
 * @param details.advice what to do, as a sentence of its own
 */
export function refused(
  label: string,
  what: string,
  value: string,
  { advice, code }: { advice?: string; code?: string } = {},
): Error {
  return refusal(code, [`"${label}" must be ${what}, and is ${quoted(value)}.`, advice]);
}

/** The error for what a field cannot take, as sentences that name the field. */
export function invalid(...sentences: readonly string[]): Error {
  return refusal(undefined, sentences);
}

/** What a field names is no record of this sub-account: one of another may have it. */
export class NoSuchRecordError extends errors.Error {
  constructor(...sentences: readonly string[]) {
    super(sentences.join(' '), 'invalid_input');
  }
}

function refusal(code = 'invalid_input', sentences: readonly (string | undefined)[]): Error {
  return new errors.Error(sentences.filter(Boolean).join(' '), code);
}

/** The error for a field that has to be filled in. */
export function missing(label: string): Error {
  return new errors.Error(
    `"${label}" is empty. Fill it in, or map a value that the earlier step always returns.`,
    'missing_input',
  );
}

/**
 * The error for an ID that HighLevel has no record for.
 *
 * @param details.what what a person would call the record: `contact`
 * @param details.label the label of the field that names it
 */
export function notFound({ what, label, id }: { what: string; label: string; id: string }): Error {
  return new errors.Error(
    `No ${what} has the ID ${quoted(id)} in this sub-account. Choose one in "${label}", or map an ID from an earlier step.`,
    'not_found',
    404,
  );
}
