import { isRecord, toList, type RawRecord } from '../../resources/values.ts';

/**
 * The lines of a line-item field. Zapier gives a list under the parent's key where lines are mapped,
 * and may give the children's keys alone where a person typed one line.
 *
 * @param parent the key of the field that has the children
 * @param children the keys of its children
 */
export function lineItems(
  inputData: Readonly<Record<string, unknown>>,
  parent: string,
  children: readonly string[],
): RawRecord[] {
  const lines = toList(inputData[parent]).filter(isRecord);
  if (lines.length > 0) return lines;
  const alone = children.flatMap((key) =>
    inputData[key] === undefined ? [] : [[key, inputData[key]] as const],
  );
  return alone.length > 0 ? [Object.fromEntries(alone)] : [];
}
