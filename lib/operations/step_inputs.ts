import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

import { isRecord, toRecord } from '../../resources/values.ts';
import { countryOf } from '../connection/country.ts';
import { addLabels } from '../http/step_context.ts';
import { isLeftOut, labelsOf, readInputs } from '../inputs/inputs.ts';
import { type NationalReader, nationalReader } from '../inputs/phone.ts';
import type { FieldsByChoice, FieldsByKey, Shows } from './made_fields.ts';

/** What an operation's fields say of its inputs. */
export interface DeclaredInputs {
  fields: readonly PlainInputField[];
  shows: Shows;
  byKey: readonly FieldsByKey[];
}

type DeclaredField = PlainInputField | FieldsByChoice<PlainInputField[]> | FieldsByKey;

/** What all fields of an operation say of its inputs. */
export function declaredInputs(inputFields: readonly DeclaredField[]): DeclaredInputs {
  const shows = new Map<PlainInputField, Shows>();
  const fields = inputFields.flatMap((part) => {
    if ('key' in part) return [part];
    if (!('declared' in part)) return [];
    const optional = part.declared.map((field) => ({ ...field, required: false }));
    // A field that only some choices show cannot be demanded of all of them.
    for (const field of optional) shows.set(field, part.shows);
    return optional;
  });
  return {
    fields,
    shows: (field, values) => shows.get(field)?.(field, values) ?? true,
    byKey: inputFields.flatMap((part) => ('fieldOf' in part ? [part] : [])),
  };
}

/**
 * A step's inputs, read before any request is made; then, where a phone number has no country code,
 * once more with the country of the sub-account.
 */
export async function readStep(
  z: ZObject,
  bundle: Bundle,
  { fields, shows, byKey }: DeclaredInputs,
): Promise<Record<string, unknown>> {
  const { inputData, meta } = bundle;
  const withoutCountry: string[] = [];
  const askForCountry = (typed: string) => {
    withoutCountry.push(typed);
    return typed;
  };
  const read = (some: readonly PlainInputField[], nationalPhone: NationalReader) =>
    readInputs(some, inputData, { timezone: meta.timezone, nationalPhone }, shows);
  const ofForm = read(fields, askForCountry);
  const keyed = await keyedFields(z, bundle, byKey);
  addLabels(bundle, labelsOf(keyed));
  const values = { ...ofForm, ...read(keyed, askForCountry) };
  if (withoutCountry.length === 0) return values;
  return read([...fields, ...keyed], nationalReader(await countryOf(z, bundle)));
}

/**
 * The fields among a step's inputs that HighLevel's lists made. Where Zapier kept nothing of one, as
 * of a step that was made before it kept any, HighLevel is asked for its label and choices; without
 * an answer its key has to do.
 */
async function keyedFields(
  z: ZObject,
  bundle: Bundle,
  byKey: readonly FieldsByKey[],
): Promise<PlainInputField[]> {
  const kept = toRecord(bundle.meta.inputFields);
  const found = byKey.flatMap((family) =>
    Object.entries(bundle.inputData).flatMap(([key, raw]) => {
      const field = family.fieldOf(key, isRecord(kept[key]) ? kept[key] : undefined);
      return field && !isLeftOut(field, raw) ? [{ family, field }] : [];
    }),
  );
  const unknown = found.filter(({ field }) => kept[field.key] === undefined);
  const families = [...new Set(unknown.map(({ family }) => family))];
  // The request that the step is about meets the same failure, and reports it.
  const listed = await Promise.all(families.map((list) => list(z, bundle).catch(() => [])));
  const byName = new Map(listed.flat().map((field) => [field.key, field]));
  return found.map(({ field }) => byName.get(field.key) ?? field);
}
