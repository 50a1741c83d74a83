import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import type { Chosen, Inputs, LineItem, Mapped } from '../recipe.ts';
import { readDateField } from './dates.ts';
import { render, renderLines, renderList, type Lookup } from './template.ts';
import type { Workplace } from './workplace.ts';

/**
 * What a step of this integration is given: each field rendered as its type asks, as Zapier does
 * before it runs the step. Fields that depend on others are asked for with what is filled in.
 *
 * @param operation such as `creates.send_message`
 * @throws Error when a field is mapped that the step does not have
 */
export async function stepInput(
  workplace: Workplace,
  operation: string,
  inputs: Inputs,
  lookup: Lookup,
): Promise<RawRecord> {
  const { app, authData } = workplace;
  // Templates are enough to know which fields show: what they depend on is chosen, not mapped.
  const inputData: RawRecord = { ...inputs };
  const fields = await app.inputFields(operation, { authData, inputData });
  const entries = Object.entries(inputs).map(async ([key, mapped]) => {
    const field = fields.find((one) => one['key'] === key);
    if (!field) throw new Error(`${operation} has no field ${key} with these inputs.`);
    return [key, await readField(workplace, operation, field, mapped, lookup)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function readField(
  workplace: Workplace,
  operation: string,
  field: RawRecord,
  mapped: Mapped,
  lookup: Lookup,
): Promise<unknown> {
  if (isChosen(mapped)) return idOf(workplace, operation, field, mapped);
  if (isLineItems(mapped)) return renderLines(mapped, lookup);
  if (typeof mapped !== 'string') return renderList(mapped, lookup);
  const text = await render(mapped, lookup);
  return field['type'] === 'datetime' ? readDateField(text) : text;
}

/** What stands behind an entry of a dropdown, read from the dropdown itself. */
async function idOf(
  { app, authData }: Workplace,
  operation: string,
  field: RawRecord,
  { choose }: Chosen,
): Promise<string> {
  const key = toText(field['key']) ?? '';
  const source = toText(field['dynamic'])?.split('.')[0];
  const entries = source
    ? (
        await app.list({ method: `triggers.${source}.operation.perform`, bundle: { authData } })
      ).map(({ id, name }) => ({ id: toText(id) ?? '', label: toText(name) ?? '' }))
    : (await app.choices(operation, key, { authData })).results;
  const entry = entries.find(({ label }) => label === choose);
  if (!entry) throw new Error(`The dropdown of ${operation} ${key} has no entry "${choose}".`);
  return entry.id;
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
