import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

import { labelsOf, readInputs } from '../inputs/inputs.ts';
import { beginStep } from '../http/step_context.ts';

/** A hook's perform is repeated after 300 seconds at most. */
const HOOK_LONGEST_WAIT_SECONDS = 300;

/** Fields that appear only for some choices, with all of them declared in one static list. */
export type FieldsByChoice<Fields> = ((z: ZObject, bundle: Bundle) => Fields) & {
  declared: Fields;
};

/**
 * Fields that depend on what was chosen in another field. The whole list stays readable, for the
 * labels in errors and for the type of `perform`.
 *
 * @param applies whether a field shows for the inputs so far
 */
export function fieldsByChoice<const Fields extends PlainInputField[]>(
  declared: Fields,
  applies: (field: PlainInputField, inputData: Readonly<Record<string, unknown>>) => boolean,
): FieldsByChoice<Fields> {
  const choose = (_z: ZObject, bundle: Bundle) =>
    // Some of the list, typed as all of it: each key may be in the inputs, none must.
    declared.filter((field) => applies(field, bundle.inputData)) as Fields;
  return Object.assign(choose, { declared });
}

interface Operation {
  operation: object;
}

/** Operations, each run as a step: a deadline, inputs as the fields say, labels. */
export function asSteps<Operations extends Readonly<Record<string, Operation>>>(
  operations: Operations,
): Operations {
  // The same operations under the same keys.
  return Object.fromEntries(
    Object.entries(operations).map(([key, entry]) => [key, asStep(entry)]),
  ) as Operations;
}

const STEP_METHODS = ['perform', 'performList', 'performSubscribe', 'performUnsubscribe'];

type Perform = (z: ZObject, bundle: Bundle) => unknown;

function asStep<Kind extends Operation>(entry: Kind): Kind {
  const fields = declaredFields('inputFields' in entry.operation && entry.operation.inputFields);
  const isHook = 'type' in entry.operation && entry.operation.type === 'hook';
  const wrapped = Object.fromEntries(
    Object.entries(entry.operation).flatMap(([name, method]: [string, unknown]) =>
      STEP_METHODS.includes(name) && typeof method === 'function'
        ? // Zapier's schema allows only functions of z and bundle under these names.
          [[name, inStep(method as Perform, fields, isHook && name === 'perform')]]
        : [],
    ),
  );
  return { ...entry, operation: { ...entry.operation, ...wrapped } };
}

function inStep(perform: Perform, fields: PlainInputField[], isHookPerform: boolean): Perform {
  const labels = labelsOf(fields);
  return (z, bundle) => {
    beginStep(bundle, {
      labels,
      ...(isHookPerform && { longestWait: HOOK_LONGEST_WAIT_SECONDS }),
    });
    bundle.inputData = readInputs(fields, bundle.inputData);
    return perform(z, bundle);
  };
}

function declaredFields(inputFields: unknown): PlainInputField[] {
  if (!Array.isArray(inputFields)) return [];
  return inputFields.flatMap(
    (field: PlainInputField | Partial<FieldsByChoice<PlainInputField[]>>) =>
      'key' in field ? [field] : (field.declared ?? []).map(optional),
  );
}

/** A field that only some choices show cannot be demanded of all of them. */
function optional(field: PlainInputField): PlainInputField {
  return { ...field, required: false };
}
