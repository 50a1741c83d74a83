import { formReader, staticChoices, type LocalZapier } from '../../../local/index.ts';
import { toRecord, toText, toTexts, type RawRecord } from '../../../resources/values.ts';
import { hasDynamicDropdown, readFields, type Field, type Operation } from '../integration.ts';
import { collectionOf, recordsOf, somebody, someFile } from './records.ts';

/** The first values of a field's dropdown, as the editor fills it. */
export async function choicesOf(
  zapier: LocalZapier,
  operation: Operation,
  field: Field,
  inputData: RawRecord = {},
): Promise<string[]> {
  if (!hasDynamicDropdown(field)) return staticChoices(field.raw).map(({ id }) => id);
  const { results } = await zapier.choices(operation.path, field.key, {
    inputData,
    field: field.raw,
  });
  return results.map(({ id }) => id);
}

/** Returns the fields of an operation's form for what is filled in so far. */
export type FormOf = (inputData: RawRecord) => Promise<Field[]>;

/** The form of an operation, which is read as the editor reads it while it is open. */
export function openForm(zapier: LocalZapier, { path }: Operation): FormOf {
  const read = formReader((inputData) => zapier.inputFields(path, inputData));
  return async (inputData) => readFields(await read(inputData));
}

/** The forms of operations, each of which is opened once. */
export type Forms = (operation: Operation) => FormOf;

/** For who comes back to a form while nothing changes that it shows. */
export function openForms(zapier: LocalZapier): Forms {
  const opened = new Map<string, FormOf>();
  return (operation) => {
    const form = opened.get(operation.path) ?? openForm(zapier, operation);
    opened.set(operation.path, form);
    return form;
  };
}

/** A step that is being set up. */
export interface Setup {
  zapier: LocalZapier;
  operation: Operation;
  form: FormOf;
}

/**
 * Inputs with which an operation could run, in the order to try them: what it requires and what is
 * given; then the same with one optional field more, for operations that ask for one of several.
 *
 * @param given inputs that only this operation has
 * @param goesOn asked before a search is tried with another choice of a dropdown of records
 */
export async function* inputsFor(
  setup: Setup,
  given: RawRecord,
  goesOn: () => boolean,
): AsyncGenerator<RawRecord> {
  const { zapier, operation } = setup;
  const required = await withRequired(setup, given);
  yield required;
  const fields = await setup.form(required);
  // A yes or no last: it only says how another field is meant.
  const isSwitch = ({ type }: Field) => Number(type === 'boolean');
  const optional = fields
    .filter((field) => isAsked(field) && !(field.key in required))
    .toSorted((one, other) => isSwitch(one) - isSwitch(other));
  for (const field of optional) {
    const parents = await withParents(zapier, field, fields, given, required);
    const value = parents?.[field.key] ?? (await valueOf(zapier, operation, field, required));
    if (value === undefined) continue;
    const inputData = { ...required, ...parents, [field.key]: value };
    yield withRequired(setup, inputData);
  }
  if (operation.kind !== 'searches') return;
  for await (const inputData of forOtherRecords(zapier, operation, fields, required)) {
    if (!goesOn()) return;
    yield inputData;
  }
}

/** For how many choices of a dropdown a search is run. */
const MOST_CHOICES = 20;

/** A search's inputs with the other choices of its dropdowns of records, since one has what another has not. */
async function* forOtherRecords(
  zapier: LocalZapier,
  operation: Operation,
  fields: readonly Field[],
  required: RawRecord,
): AsyncGenerator<RawRecord> {
  for (const field of fields.filter(hasDynamicDropdown)) {
    const choices = await choicesOf(zapier, operation, field, required);
    for (const choice of choices.slice(1, MOST_CHOICES)) {
      yield { ...required, [field.key]: field.isList ? [choice] : choice };
    }
  }
}

/** Whether a person can fill it in. */
function isAsked({ type }: Field): boolean {
  return type !== 'copy';
}

/** The inputs and what the form requires beside them, also what it requires only then. */
async function withRequired(
  { zapier, operation, form }: Setup,
  given: RawRecord,
): Promise<RawRecord> {
  const inputData = { ...given };
  for (;;) {
    const fields = await form(inputData);
    const missing = fields.filter(
      (field) => field.required && isAsked(field) && !(field.key in inputData),
    );
    const [first] = missing;
    if (!first) return inputData;
    let found: RawRecord | undefined;
    for (const field of missing) found ??= await withParents(zapier, field, fields, inputData);
    const value = found ?? { [first.key]: await valueOf(zapier, operation, first, inputData) };
    Object.assign(inputData, { [first.key]: '' }, value);
  }
}

/**
 * A record that is there for a field which means one of another record, such as a task of a contact:
 * its ID, and the IDs of those others. Undefined where the field means no such record.
 *
 * @param inputData what the record must fit
 * @param preferred what it fits too, where one does: such as the custom object that a dropdown offers
 */
async function withParents(
  zapier: LocalZapier,
  field: Field,
  fields: readonly Field[],
  inputData: RawRecord,
  preferred: RawRecord = {},
): Promise<RawRecord | undefined> {
  const needed = toTexts(field.raw['dependsOn']);
  const others = fields
    .filter(({ key, required }) => key !== field.key && key.endsWith('Id') && required)
    .map(({ key }) => key);
  const parents = [...new Set([...needed, ...others])];
  if (parents.length === 0) return undefined;
  const records = await meantBy(zapier, field);
  const fitting = records.filter(
    (one) =>
      needed.every((key) => Boolean(one[key])) &&
      Object.entries(inputData).every(
        ([key, value]) => !others.includes(key) || !(key in one) || one[key] === value,
      ),
  );
  const record =
    fitting.find((one) => needed.every((key) => one[key] === preferred[key])) ?? fitting[0];
  const meant = parents.filter((key) => Boolean(record?.[key]));
  if (!record || meant.length === 0) return undefined;
  const id = toText(record['id']);
  return {
    [field.key]: field.isList ? [id] : id,
    ...Object.fromEntries(meant.map((key) => [key, record[key]])),
  };
}

/** The records of which a field takes one, by its `resource`. */
async function meantBy(zapier: LocalZapier, { raw }: Field): Promise<RawRecord[]> {
  const resource = toText(raw['resource']);
  const collection = resource === null ? undefined : await collectionOf(zapier, resource);
  return collection === undefined ? [] : recordsOf(zapier, collection);
}

async function valueOf(
  zapier: LocalZapier,
  operation: Operation,
  field: Field,
  inputData: RawRecord,
): Promise<unknown> {
  if (field.children.length > 0) {
    const entries = field.children.map(async (child) => [
      child.key,
      await valueOf(zapier, operation, child, inputData),
    ]);
    return [Object.fromEntries(await Promise.all(entries))];
  }
  const [choice] = await choicesOf(zapier, operation, field, inputData);
  const [record] = choice === undefined ? await meantBy(zapier, field) : [];
  const value =
    choice ?? field.raw['default'] ?? record?.['id'] ?? (await typed(zapier, operation, field));
  return field.isList && value !== undefined ? [value] : value;
}

const DAY_MS = 86_400_000;

/** A value that a person could type: of somebody who exists where the field asks for a person. */
async function typed(zapier: LocalZapier, operation: Operation, field: Field): Promise<unknown> {
  switch (field.type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return 1;
    case 'datetime':
      return new Date(Date.now() + DAY_MS).toISOString();
    case 'file':
      return someFile(zapier);
    default:
      return typedText(zapier, operation, field);
  }
}

async function typedText(
  zapier: LocalZapier,
  operation: Operation,
  { key, raw }: Field,
): Promise<unknown> {
  const ofSomebody = async (name: string) => (await somebody(zapier))[name];
  switch (toRecord(raw['meta'])['kind']) {
    case 'email':
    case 'sender':
      return ofSomebody('email');
    case 'phone':
    case 'phone_ending':
      return ofSomebody('phone');
    case 'url':
      return someFile(zapier);
    case 'country':
      return 'US';
    case 'timezone':
      return 'America/New_York';
    case 'color':
      return '#FFAA00';
    default:
      return operation.kind === 'searches'
        ? searchText(zapier, operation, key)
        : ofSomebody('firstName');
  }
}

/** What a record is called, in the order in which a search would be for it. */
const NAMES = ['name', 'title', 'firstName', 'subject', 'body'];

/** A text by which a search finds one of the records that it is about. */
async function searchText(zapier: LocalZapier, { noun }: Operation, key: string): Promise<unknown> {
  const collection = await collectionOf(zapier, noun);
  const records = collection === undefined ? [] : await recordsOf(zapier, collection);
  for (const name of [key, ...NAMES, collection?.replace(/s$/, '') ?? '']) {
    const found = records.find((record) => toText(record[name]) !== null);
    if (found) return found[name];
  }
  return undefined;
}
