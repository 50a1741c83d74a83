import { formReader, type FormReader, type LocalZapier } from '../../../local/index.ts';
import type { Operation } from '../../../scripts/check/integration.ts';
import type { Entries, FormView } from '../../api/form.ts';
import type { Operations } from '../catalog/operations.ts';
import { formView } from './field-view.ts';
import { inputOf } from './input-data.ts';

/** An account's forms as the page shows them, which what is done with a form need not read again. */
export class OpenForms {
  readonly #shown = new Map<string, FormReader>();

  /** Opens a form to show it: its functions are asked, and while it is open again only for what alters it. */
  open(zapier: LocalZapier, operation: Operation, timezone: string): FormReader {
    const read = openForm(zapier, operation, timezone);
    this.#shown.set(keyOf(operation, timezone), read);
    return read;
  }

  /** A form as it is shown, or is when nobody has opened it. */
  shown(zapier: LocalZapier, operation: Operation, timezone: string): FormReader {
    return this.#shown.get(keyOf(operation, timezone)) ?? openForm(zapier, operation, timezone);
  }
}

function keyOf({ path }: Operation, timezone: string): string {
  return `${path} ${timezone}`;
}

/** A form that is read as the editor reads it while it is open: anew only for what alters it. */
export function openForm(zapier: LocalZapier, { path }: Operation, timezone: string): FormReader {
  return formReader((inputData) => {
    const { app, authData } = zapier;
    return app.inputFields(path, { authData, inputData, meta: { timezone } });
  });
}

/**
 * The form of an operation for what is filled in so far.
 *
 * @param read the form that is open
 */
export async function readForm(
  read: FormReader,
  operation: Operation,
  operations: Operations,
  entries: Entries,
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
