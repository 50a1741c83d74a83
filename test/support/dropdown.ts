import type { LocalZapier } from '../../local/index.ts';
import type { RawRecord } from '../../resources/values.ts';

/** The labels on the first page of a dropdown, by what is stored. */
export async function dropdown(
  zapier: LocalZapier,
  operation: string,
  field: string,
  inputData: RawRecord = {},
): Promise<Record<string, string>> {
  const { results } = await zapier.choices(operation, field, { inputData });
  return Object.fromEntries(results.map(({ id, label }) => [id, label]));
}
