import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';

/** The parts of an input or output field that rules look at. */
export interface Field {
  key: string;
  label: string;
  helpText: string;
  /** `string` where the definition names none. */
  type: string;
  required: boolean;
  isList: boolean;
  /** All that the definition says of it. */
  raw: RawRecord;
  children: Field[];
}

/** The fields that a person sees once some others are filled in. */
export interface Form {
  /** What is filled in, such as `{ channel: 'email' }`; empty when the form opens. */
  inputData: RawRecord;
  fields: Field[];
}

export type OperationKind = 'triggers' | 'searches' | 'creates';

export interface Operation {
  kind: OperationKind;
  key: string;
  /** `creates.send_message`. */
  path: string;
  noun: string;
  label: string;
  description: string;
  isHidden: boolean;
  /** `polling` or `hook`; empty for searches and creates. */
  type: string;
  /** The `operation` of the definition. */
  raw: RawRecord;
  /** The fields that stand in the definition, without those that functions make. */
  staticFields: Field[];
  /** Each state of the form; only the static fields where no function could be run. */
  forms: Form[];
  /** Undefined where there is none. */
  sample: RawRecord | undefined;
  outputFields: Field[];
}

/** A search that may create what it does not find. */
export interface SearchOrCreate {
  key: string;
  path: string;
  label: string;
  description: string;
  raw: RawRecord;
}

/** An integration's definition, read for rules. */
export interface Integration {
  version: string;
  platformVersion: string;
  authentication: RawRecord;
  flags: RawRecord;
  operations: Operation[];
  searchOrCreates: SearchOrCreate[];
  /** The definition as Zapier stores it: functions are texts such as `$func$2$f$`. */
  definition: RawRecord;
}

const KINDS: OperationKind[] = ['triggers', 'searches', 'creates'];

/**
 * Reads what Zapier's handler answers to the command `definition`.
 *
 * @param forms the states of the forms by operation path, where their functions were run
 */
export function readIntegration(
  definition: RawRecord,
  forms: ReadonlyMap<string, Form[]> = new Map(),
): Integration {
  const operations = KINDS.flatMap((kind) =>
    entriesOf(definition[kind]).map((entry) => readOperation(kind, entry, forms)),
  );
  return {
    version: toText(definition['version']) ?? '',
    platformVersion: toText(definition['platformVersion']) ?? '',
    authentication: toRecord(definition['authentication']),
    flags: toRecord(definition['flags']),
    operations,
    searchOrCreates: [
      ...entriesOf(definition['searchOrCreates']),
      ...entriesOf(definition['searchAndCreates']),
    ].map(readSearchOrCreate),
    definition,
  };
}

/** What a person can choose in the editor. */
export function visible({ operations }: Integration): Operation[] {
  return operations.filter(({ isHidden }) => !isHidden);
}

export function operationsOf(integration: Integration, kind: OperationKind): Operation[] {
  return visible(integration).filter((operation) => operation.kind === kind);
}

/** Each input field of an operation once, children included, whichever form shows it. */
export function inputFieldsOf({ staticFields, forms }: Operation): Field[] {
  const found = new Map<string, Field>();
  for (const field of [...staticFields, ...forms.flatMap(({ fields }) => fields)]) {
    for (const one of [field, ...field.children]) found.set(JSON.stringify(one.raw), one);
  }
  return [...found.values()];
}

/** Fields of a list in a definition; a function's placeholder is none. */
export function readFields(list: unknown): Field[] {
  return toList(list).filter(isRecord).map(readField);
}

/** Whether the value stands for a function. */
export function isFunction(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('$func$');
}

/**
 * Whether the field is one that an account made for itself: its key contains HighLevel's ID of it, its
 * label is what people there call it, and no other account has it.
 */
export function isAccountOwn({ key }: Field): boolean {
  return /(?:^|[^A-Za-z0-9])(?=[A-Za-z]*\d)[A-Za-z0-9]{20}$/.test(key);
}

/** Whether the field has a dropdown that is filled when it opens. */
export function hasDynamicDropdown({ raw }: Field): boolean {
  return raw['dynamic'] !== undefined || toRecord(raw['choices'])['perform'] !== undefined;
}

function entriesOf(value: unknown): RawRecord[] {
  return Object.entries(toRecord(value)).flatMap(([key, entry]) =>
    isRecord(entry) ? [{ key, ...entry }] : [],
  );
}

function readOperation(
  kind: OperationKind,
  entry: RawRecord,
  forms: ReadonlyMap<string, Form[]>,
): Operation {
  const { label, description, hidden } = toRecord(entry['display']);
  const operation = toRecord(entry['operation']);
  const key = toText(entry['key']) ?? '';
  const path = `${kind}.${key}`;
  const staticFields = readFields(operation['inputFields']);
  const isTrigger = kind === 'triggers';
  return {
    kind,
    key,
    path,
    noun: toText(entry['noun']) ?? '',
    label: toText(label) ?? '',
    description: toText(description) ?? '',
    isHidden: hidden === true,
    type: isTrigger ? (toText(operation['type']) ?? 'polling') : '',
    raw: operation,
    staticFields,
    forms: forms.get(path) ?? [{ inputData: {}, fields: staticFields }],
    sample: isRecord(operation['sample']) ? operation['sample'] : undefined,
    outputFields: readFields(operation['outputFields']),
  };
}

function readSearchOrCreate(entry: RawRecord): SearchOrCreate {
  const { label, description } = toRecord(entry['display']);
  const key = toText(entry['key']) ?? '';
  return {
    key,
    path: `searchOrCreates.${key}`,
    label: toText(label) ?? '',
    description: toText(description) ?? '',
    raw: entry,
  };
}

function readField(raw: RawRecord): Field {
  return {
    key: toText(raw['key']) ?? '',
    label: toText(raw['label']) ?? '',
    helpText: toText(raw['helpText']) ?? '',
    type: toText(raw['type']) ?? 'string',
    required: raw['required'] === true,
    isList: raw['list'] === true,
    raw,
    children: readFields(raw['children']),
  };
}
