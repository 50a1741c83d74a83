import type { Settings } from './settings.ts';

/**
 * HighLevel's searches look at an index that follows the records by a moment: what was just made is
 * there, and is not found.
 */
export class SearchLag {
  readonly #hidden = new Map<string, { until: number; searches: number }>();
  readonly #settings: () => Settings;
  readonly #now: () => number;

  constructor(settings: () => Settings, now: () => number) {
    this.#settings = settings;
    this.#now = now;
  }

  /** Hides a new record from searches, as long as the settings say. */
  hide(id: string): void {
    const { searchLagMs, searchLagSearches } = this.#settings();
    if (searchLagMs <= 0 && searchLagSearches <= 0) return;
    this.#hidden.set(id, { until: this.#now() + searchLagMs, searches: searchLagSearches });
  }

  /** Whether a search finds the record that it is looking for; each that does not counts. */
  finds({ id }: { id: string }): boolean {
    const hidden = this.#hidden.get(id);
    if (!hidden) return true;
    if (hidden.searches > 0) {
      hidden.searches -= 1;
      return false;
    }
    if (hidden.until > this.#now()) return false;
    this.#hidden.delete(id);
    return true;
  }

  clear(): void {
    this.#hidden.clear();
  }
}
