import type { RawRecord } from '../resources/values.ts';

/**
 * Zapier's deduplication of a polling trigger: an item starts the Zap once, by its `id`. What is
 * there when the Zap is switched on starts nothing.
 */
export class Deduplicator {
  readonly #seen = new Set<unknown>();

  /** Switches the Zap on. */
  populate(items: readonly RawRecord[]): void {
    for (const { id } of items) this.#seen.add(id);
  }

  /** The items of a poll that start the Zap. */
  take(items: readonly RawRecord[]): RawRecord[] {
    return items.filter(({ id }) => {
      const isNew = !this.#seen.has(id);
      this.#seen.add(id);
      return isNew;
    });
  }
}
