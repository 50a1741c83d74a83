import type { RawRecord } from '../resources/values.ts';

/**
 * Zapier's deduplication of a polling trigger: an item starts the Zap once, by its primary fields. What
 * is there when the Zap is switched on starts nothing.
 */
export class Deduplicator {
  readonly #seen = new Set<string>();
  readonly #primaryKeys: readonly string[];

  /** @param primaryKeys the output fields that are `primary`; `id` where none is */
  constructor(primaryKeys: readonly string[] = ['id']) {
    this.#primaryKeys = primaryKeys;
  }

  /** Switches the Zap on. */
  populate(items: readonly RawRecord[]): void {
    for (const item of items) this.#seen.add(this.#keyOf(item));
  }

  /** The items of a poll that start the Zap. */
  take(items: readonly RawRecord[]): RawRecord[] {
    return items.filter((item) => {
      const key = this.#keyOf(item);
      const isNew = !this.#seen.has(key);
      this.#seen.add(key);
      return isNew;
    });
  }

  #keyOf(item: RawRecord): string {
    return JSON.stringify(this.#primaryKeys.map((key) => item[key]));
  }
}
