/** So much is kept that nobody took; then the oldest goes. */
const MOST_KEPT = 100;

/** Keeps what comes until somebody takes it, oldest first. */
export class Mailbox<Item> {
  readonly #items: Item[] = [];
  readonly #takers: ((item: Item) => void)[] = [];

  put(item: Item): void {
    const taker = this.#takers.shift();
    if (taker) taker(item);
    else this.#items.push(item);
    if (this.#items.length > MOST_KEPT) this.#items.shift();
  }

  /** The oldest, or the next that comes. @returns undefined when none comes in time */
  take(patienceMs: number): Promise<Item | undefined> {
    const item = this.#items.shift();
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve) => {
      const taker = (next: Item) => {
        clearTimeout(timer);
        resolve(next);
      };
      const timer = setTimeout(() => {
        this.#takers.splice(this.#takers.indexOf(taker), 1);
        resolve(undefined);
      }, patienceMs);
      // It does not keep the process alive.
      timer.unref();
      this.#takers.push(taker);
    });
  }
}
