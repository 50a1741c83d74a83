/** Counts by name, and their sum. What is at zero is not kept. */
export class Tally {
  readonly #counts = new Map<string, number>();
  #total = 0;

  /** All counts together. */
  get total(): number {
    return this.#total;
  }

  /** The count of a name, 0 where there is none. */
  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** The names that have a count. */
  get names(): Iterable<string> {
    return this.#counts.keys();
  }

  /** Counts up, or down by a negative number, but never below zero. */
  add(name: string, by: number): void {
    const before = this.of(name);
    const count = Math.max(0, before + by);
    this.#total += count - before;
    if (count > 0) this.#counts.set(name, count);
    else this.#counts.delete(name);
  }

  /** Adds the counts of another one, or takes them away (`by` -1). */
  addAll(other: Tally, by: 1 | -1 = 1): void {
    for (const [name, count] of other.#counts) this.add(name, by * count);
  }
}
