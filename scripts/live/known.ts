import { toText, type RawRecord } from '../../resources/values.ts';

/** What the records that were read so far have, by the names that fields give to such values. */
export class KnownValues {
  readonly #values = new Map<string, string>();

  /** @param noun what such a record is called: its ID is `contactId` for "Contact" */
  add(noun: string, records: readonly RawRecord[]): void {
    for (const record of records) {
      for (const [key, value] of Object.entries(record)) {
        const text = key === 'id' ? null : toText(value);
        if (text !== null && text !== '') this.#note(key, text);
      }
      const id = toText(record['id']);
      if (id !== null) this.#note(`${inCamelCase(noun)}Id`, id);
    }
  }

  /** The value for a field; a text to search for is the name of something. */
  for(key: string): string | undefined {
    return this.#values.get(key === 'query' ? 'name' : key);
  }

  #note(key: string, value: string): void {
    if (!this.#values.has(key)) this.#values.set(key, value);
  }
}

function inCamelCase(noun: string): string {
  const [first = '', ...rest] = noun.replaceAll(/[^A-Za-z ]/g, '').split(' ');
  return first.toLowerCase() + rest.join('');
}
