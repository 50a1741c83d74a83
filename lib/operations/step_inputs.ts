import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

import { isRecord, toRecord } from '../../resources/values.ts';
import { countryOf } from '../connection/location_facts.ts';
import { isOfAll } from '../connection/location.ts';
import { addLabels } from '../http/step_context.ts';
import { finderOf } from '../inputs/finders.ts';
import { isLeftOut, labelsOf, type NameReader, readInputs } from '../inputs/inputs.ts';
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
 * A step's inputs, read before any request is made; then, where a phone number has no country code or
 * a record is named by something else than its ID, once more with what HighLevel says of these.
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
  const names = new NamedRecords();
  const read = (
    some: readonly PlainInputField[],
    nationalPhone: NationalReader,
    named: NameReader,
  ) => readInputs(some, inputData, { timezone: meta.timezone, nationalPhone, named }, shows);
  const ofForm = read(fields, askForCountry, names.note);
  const keyed = await keyedFields(z, bundle, byKey);
  addLabels(bundle, labelsOf(keyed));
  const values = { ...ofForm, ...read(keyed, askForCountry, names.note) };
  if (withoutCountry.length === 0 && names.isEmpty) return values;
  // Each event has them looked up in its own sub-account.
  if (isOfAll(bundle)) return values;
  const nationalPhone =
    withoutCountry.length === 0 ? askForCountry : nationalReader(await countryOf(z, bundle));
  await names.find(z, { ...bundle, inputData: values });
  return read([...fields, ...keyed], nationalPhone, names.read);
}

/** The records that a step's inputs name by something else than their IDs. */
class NamedRecords {
  readonly #noted: { field: PlainInputField; typed: string }[] = [];
  readonly #ids = new Map<string, string>();

  get isEmpty(): boolean {
    return this.#noted.length === 0;
  }

  readonly note: NameReader = (field, typed) => {
    this.#noted.push({ field, typed });
    return typed;
  };

  readonly read: NameReader = ({ key }, typed) => this.#ids.get(placeOf(key, typed)) ?? typed;

  /**
   * Finds each of them, in the order of the fields: one may be looked for among those of another.
   *
   * @param bundle with the inputs as they were read
   * @throws errors.Error when one names no record, or several
   */
  async find(z: ZObject, bundle: Bundle): Promise<void> {
    let { inputData } = bundle;
    for (const { field, typed } of this.#noted) {
      const id = await finderOf(field)?.(z, { ...bundle, inputData }, typed, field.label ?? '');
      if (id === undefined) continue;
      this.#ids.set(placeOf(field.key, typed), id);
      if (inputData[field.key] === typed) inputData = { ...inputData, [field.key]: id };
    }
  }
}

function placeOf(key: string, typed: string): string {
  return `${key}\n${typed}`;
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
  const unknown = found.filter(
    ({ family, field }) => family.isReadAtRun || kept[field.key] === undefined,
  );
  const families = [...new Set(unknown.map(({ family }) => family))];
  // The request that the step is about meets the same failure, and reports it.
  const listed = await Promise.all(families.map((list) => list(z, bundle).catch(() => [])));
  const byName = new Map(listed.flat().map((field) => [field.key, field]));
  return found.map(({ field }) => byName.get(field.key) ?? field);
}
