import type { LocalZapier } from '../../local/index.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../resources/values.ts';
import type { Chosen, Inputs, Mapped } from '../recipe.ts';
import { readDateField } from './dates.ts';
import { OWN_FIELD } from './operations.ts';
import {
  render,
  renderLines,
  renderList,
  tokensIn,
  type LineItem,
  type Lookup,
} from './template.ts';

/**
 * What a step of this integration is given: each field rendered as its type asks, as Zapier does
 * before it runs the step. Fields that depend on others are asked for with what is filled in.
 *
 * @param operation such as `creates.send_message`
 * @throws Error when a field is mapped that the step does not have
 */
export async function stepInput(
  zapier: LocalZapier,
  operation: string,
  inputs: Inputs,
  lookup: Lookup,
): Promise<RawRecord> {
  // Templates are enough to know which fields show: what they depend on is chosen, not mapped.
  const inputData: RawRecord = { ...inputs };
  const fields = await zapier.inputFields(operation, inputData);
  const typed = typedIn(inputs);
  const filled: RawRecord = {};
  // One after the other: a dropdown may depend on what was chosen above it.
  for (const [key, mapped] of Object.entries(inputs)) {
    const field = fields.find((one) =>
      key.startsWith(OWN_FIELD) ? OWN_FIELD + String(one['label']) === key : one['key'] === key,
    );
    if (!field) throw new Error(`${operation} has no field ${key} with these inputs.`);
    if (isChosen(mapped)) {
      const id = await idOf(zapier, operation, { key, typed }, mapped);
      filled[key] = typed[key] = id;
    } else filled[String(field['key'])] = await readField(field, mapped, lookup);
  }
  return filled;
}

async function readField(
  field: RawRecord,
  mapped: Exclude<Mapped, Chosen>,
  lookup: Lookup,
): Promise<unknown> {
  if (isLineItems(mapped)) return renderLines(mapped, lookup);
  if (typeof mapped !== 'string') return renderList(mapped, lookup);
  const text = await render(mapped, lookup);
  return field['type'] === 'datetime' ? readDateField(text) : text;
}

/** What stands behind an entry of a dropdown, read from the dropdown itself. */
async function idOf(
  zapier: LocalZapier,
  operation: string,
  { key, typed }: { key: string; typed: RawRecord },
  { choose }: Chosen,
): Promise<string> {
  const { results } = await zapier.choices(operation, key, { inputData: typed });
  const entry = results.find(({ label }) => label === choose);
  if (!entry) throw new Error(`The dropdown of ${operation} ${key} has no entry "${choose}".`);
  return entry.id;
}

/** What stands in fields as it is, without values of earlier steps and choices: on this a dropdown may depend. */
function typedIn(inputs: Inputs): RawRecord {
  return Object.fromEntries(
    Object.entries(inputs).filter(
      ([, mapped]) => typeof mapped === 'string' && tokensIn(mapped).length === 0,
    ),
  );
}

export function isChosen(mapped: Mapped): mapped is Chosen {
  return isRecord(mapped) && 'choose' in mapped;
}

export function isLineItems(mapped: Mapped): mapped is readonly LineItem[] {
  return Array.isArray(mapped) && mapped.length > 0 && mapped.every(isRecord);
}

/** Every text in what is mapped into a field. */
export function textsIn(mapped: Mapped): string[] {
  if (isChosen(mapped)) return [];
  return toList(mapped).flatMap((entry) =>
    isRecord(entry) ? Object.values(toRecord(entry)).map(String) : [String(entry)],
  );
}
