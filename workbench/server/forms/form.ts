import type { LocalZapier } from '../../../local/index.ts';
import type { Operation } from '../../../scripts/check/integration.ts';
import type { Entries, FormView } from '../../api/form.ts';
import type { Operations } from '../catalog/operations.ts';
import { formView } from './field-view.ts';
import { inputOf } from './input-data.ts';

/** The form of an operation for what is filled in so far. */
export async function readForm(
  zapier: LocalZapier,
  operation: Operation,
  operations: Operations,
  { entries, timezone }: { entries: Entries; timezone: string },
): Promise<FormView> {
  const ask = async (inputData: Record<string, unknown>) =>
    formView(
      await zapier.app.inputFields(operation.path, {
        authData: zapier.authData,
        inputData,
        meta: { timezone },
      }),
      operation.raw,
      operations,
    );
  let form = await ask({});
  // A field that a choice brings may itself bring more, and its type is known only once it is there.
  for (;;) {
    const { inputData } = inputOf(form.fields, entries);
    const next = await ask(inputData);
    if (next.fields.length === form.fields.length || Object.keys(inputData).length === 0)
      return next;
    form = next;
  }
}
