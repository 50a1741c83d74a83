import { toText, type RawRecord } from '../resources/values.ts';

/** Returns the fields of a form for what is filled in so far. */
export type FormReader = (inputData: RawRecord) => Promise<RawRecord[]>;

/**
 * Reads a form as Zapier's editor does: it asks for the fields anew only for a value of a field that
 * alters the form, and remembers what it was told.
 *
 * @param ask runs the functions of the form
 */
export function formReader(ask: FormReader): FormReader {
  const known = new Map<string, Promise<RawRecord[]>>();
  return async (inputData) => {
    let filledIn: RawRecord = {};
    for (;;) {
      const state = JSON.stringify(Object.entries(filledIn).sort());
      const asked = known.get(state) ?? ask(filledIn);
      known.set(state, asked);
      // What was not told is asked again.
      asked.catch(() => known.delete(state));
      const fields = await asked;
      const altering = fields
        .filter(({ altersDynamicFields }) => altersDynamicFields === true)
        .map(({ key }) => toText(key) ?? '')
        .filter((key) => key in inputData && !(key in filledIn));
      if (altering.length === 0) return fields;
      filledIn = {
        ...filledIn,
        ...Object.fromEntries(altering.map((key) => [key, inputData[key]])),
      };
    }
  };
}
