import type { LocalZapier } from '../../../local/index.ts';
import { toList, type RawRecord } from '../../../resources/values.ts';
import {
  isFunction,
  readFields,
  type Field,
  type Operation,
} from '../../../scripts/check/integration.ts';
import type { OutputField } from '../../api/run.ts';

/** The output fields of an operation, those that the account has of its own included. */
export async function outputFieldsOf(
  zapier: LocalZapier,
  operation: Operation,
  inputData: RawRecord,
): Promise<OutputField[]> {
  const hasFunctions = toList(operation.raw['outputFields']).some(isFunction);
  const fields = hasFunctions
    ? readFields(
        await zapier.app.outputFields(operation.path, { authData: zapier.authData, inputData }),
      )
    : operation.outputFields;
  return fields.flatMap((field) => withChildren(field, ''));
}

function withChildren(field: Field, parent: string): OutputField[] {
  const { key: ownKey, label, type, children } = field;
  const key = parent + ownKey;
  return [
    { key, label: label === '' ? ownKey : label, type },
    ...children.flatMap((child) => withChildren(child, `${key}[]`)),
  ];
}
