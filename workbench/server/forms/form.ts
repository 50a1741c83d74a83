import { formReader, type FormReader, type LocalZapier } from '../../../local/index.ts';
import type { Operation } from '../../../scripts/check/integration.ts';
import type { Entries, FormView } from '../../api/form.ts';
import type { Operations } from '../catalog/operations.ts';
import { formView } from './field-view.ts';
import { inputOf } from './input-data.ts';

/** A form that is read as the editor reads it while it is open: anew only for what alters it. */
export function openForm(
  { app, authData }: LocalZapier,
  { path }: Operation,
  timezone: string,
): FormReader {
  return formReader((inputData) =>
    app.inputFields(path, { authData, inputData, meta: { timezone } }),
  );
}

/**
 * The form of an operation for what is filled in so far.
 *
 * @param read the form, where it is open already
 */
export async function readForm(
  zapier: LocalZapier,
  operation: Operation,
  operations: Operations,
  { entries, timezone }: { entries: Entries; timezone: string },
  read = openForm(zapier, operation, timezone),
): Promise<FormView> {
  const viewFor = async (inputData: Record<string, unknown>) =>
    formView(await read(inputData), operation.raw, operations);
  let form = await viewFor({});
  // A field that a choice brings may itself bring more, and its type is known only once it is there.
  for (;;) {
    const next = await viewFor(inputOf(form.fields, entries).inputData);
    if (next.fields.length === form.fields.length) return next;
    form = next;
  }
}
