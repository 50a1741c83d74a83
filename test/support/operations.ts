import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import App from '../../index.ts';

/** Where an operation stands in the app. */
export type Kind = 'triggers' | 'searches' | 'creates';

/** A function that makes fields, by what is filled in so far. */
export type FieldFunction = (z: unknown, bundle: unknown) => unknown;

/** One operation of the app, as a test of all of them reads it. */
export interface Operation {
  kind: Kind;
  key: string;
  noun: string;
  label: string;
  description: string;
  /** Whether people never see it: it only feeds dropdowns. */
  hidden: boolean;
  operation: RawRecord;
  /** Fields that always show. */
  staticFields: RawRecord[];
  /** Static fields and all that functions may make. */
  fields: RawRecord[];
  fieldFunctions: FieldFunction[];
  outputFields: RawRecord[];
  sample: RawRecord;
}

const KINDS: readonly Kind[] = ['triggers', 'searches', 'creates'];

/** Every operation of the app. */
export const OPERATIONS: readonly Operation[] = KINDS.flatMap((kind) =>
  Object.values(toRecord(App[kind])).map((entry) => read(kind, toRecord(entry))),
);

/** The operations as a table of tests: `creates.send_message`, and the operation. */
export const EACH_OPERATION: [string, Operation][] = OPERATIONS.map((entry) => [
  `${entry.kind}.${entry.key}`,
  entry,
]);

/** The same without the hidden ones. */
export const EACH_VISIBLE: [string, Operation][] = EACH_OPERATION.filter(
  ([, { hidden }]) => !hidden,
);

function read(kind: Kind, entry: RawRecord): Operation {
  const display = toRecord(entry['display']);
  const operation = toRecord(entry['operation']);
  const inputFields = toList(operation['inputFields']);
  const fieldFunctions = inputFields.filter((field) => typeof field === 'function');
  return {
    kind,
    key: toText(entry['key']) ?? '',
    noun: toText(entry['noun']) ?? '',
    label: toText(display['label']) ?? '',
    description: toText(display['description']) ?? '',
    hidden: display['hidden'] === true,
    operation,
    staticFields: inputFields.filter(isRecord),
    fields: inputFields.flatMap((field) => (isRecord(field) ? [field] : declaredIn(field))),
    // Zapier's schema allows functions of z and bundle only.
    fieldFunctions: fieldFunctions as FieldFunction[],
    outputFields: toList(operation['outputFields']).filter(isRecord),
    sample: toRecord(operation['sample']),
  };
}

/** The list from which `fieldsByChoice` takes the fields it shows. */
function declaredIn(field: unknown): RawRecord[] {
  const declared: unknown =
    typeof field === 'function' && 'declared' in field ? field.declared : undefined;
  return toList(declared).filter(isRecord);
}
