import { isRecord, toRecord } from '../resources/values.ts';

/** One entry of a dropdown: what is stored, and what a person reads. */
export interface Choice {
  id: string;
  label: string;
}

/** What a dropdown shows at once. */
export interface ChoicePage {
  results: Choice[];
  /** Asks for the next page; null on the last one. */
  pagingToken: string | null;
}

/** The dropdown that stands in a field's definition, in any of its forms; empty without one. */
export function staticChoices({ choices }: { choices?: unknown }): Choice[] {
  if (Array.isArray(choices)) {
    return choices.map((choice: unknown) => {
      if (!isRecord(choice)) return { id: String(choice), label: String(choice) };
      const value = choice['value'] ?? choice['sample'];
      return { id: String(value), label: String(choice['label'] ?? value) };
    });
  }
  const { perform, ...byValue } = toRecord(choices);
  if (perform !== undefined) return [];
  return Object.entries(byValue).map(([id, label]) => ({ id, label: String(label) }));
}
