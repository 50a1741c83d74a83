import type { FormReader, LocalZapier } from '../../../local/index.ts';
import { toText, type RawRecord } from '../../../resources/values.ts';
import type { Operation } from '../../../scripts/check/integration.ts';
import type { Entries, FieldView } from '../../api/form.ts';
import type { Operations } from '../catalog/operations.ts';
import { openForm, readForm } from '../forms/form.ts';
import { inputOf, missingIn, type StepInput } from '../forms/input-data.ts';
import { Problem } from '../http/problem.ts';

/** A filled-in form of an operation, ready to run. */
export interface Step {
  operation: Operation;
  fields: FieldView[];
  entries: Entries;
  timezone: string;
}

/** Reads what is filled in into a form. @throws Problem that names the required fields which are blank */
export async function prepareStep(
  read: FormReader,
  operations: Operations,
  operation: Operation,
  { entries, timezone }: { entries: Entries; timezone: string },
): Promise<Step> {
  const { fields } = await readForm(read, operation, operations, entries);
  // A search step fills its field only once it runs.
  const searched = Object.entries(entries).filter(([, { from }]) => from === 'search');
  const missing = missingIn(
    fields,
    inputOf(fields, entries, Object.fromEntries(searched.map(([key]) => [key, 'to be found']))),
  );
  if (missing.length > 0) {
    throw new Problem(422, 'required', `Fill in what is required: ${missing.join(', ')}.`);
  }
  return { operation, fields, entries, timezone };
}

/** Runs the search steps that fill fields, in their order, and returns what the step gets. */
export async function inputOfStep(
  zapier: LocalZapier,
  operations: Operations,
  { fields, entries }: Step,
): Promise<StepInput> {
  const found: Record<string, string> = {};
  for (const field of fields) {
    const entry = entries[field.key];
    if (entry?.from !== 'search' || !field.search) continue;
    const search = operations.find('searches', field.search.key);
    const read = openForm(zapier, search, 'UTC');
    const step = await prepareStep(read, operations, search, {
      entries: entry.entries,
      timezone: 'UTC',
    });
    const input = await inputOfStep(zapier, operations, step);
    const [first] = await zapier.run(search.path, input.inputData, bundleOf(input, 'UTC'));
    const value = toText(first?.[field.search.output]);
    if (value === null) {
      throw new Error(
        `The step "${search.label}" found nothing, so "${field.label}" has no value. Zapier stops the run there, unless you set the search to continue.`,
      );
    }
    found[field.key] = value;
  }
  return inputOf(fields, entries, found);
}

/** More of the bundle than the inputs. */
export function bundleOf({ inputDataRaw }: StepInput, timezone: string, meta: RawRecord = {}) {
  return { inputDataRaw, meta: { timezone, ...meta } };
}
