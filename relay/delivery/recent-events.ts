import type { StoredEvent } from '../store/events.ts';

const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Events that this process has just committed, so that they need not be read again to be delivered.
 * What is not here any longer is in the database.
 */
export class RecentEvents {
  readonly #events = new Map<string, StoredEvent>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes: number = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  /** Keeps an event; the oldest go when it is too much. */
  add(id: string, event: StoredEvent): void {
    this.#events.set(id, event);
    this.#bytes += event.body.length;
    for (const oldest of this.#events.keys()) {
      if (this.#bytes <= this.#mostBytes) break;
      this.forget(oldest);
    }
  }

  /** An event, undefined when it is not here. */
  get(id: string): StoredEvent | undefined {
    return this.#events.get(id);
  }

  /** Drops an event that is needed no more. */
  forget(id: string): void {
    const event = this.#events.get(id);
    if (!event) return;
    this.#events.delete(id);
    this.#bytes -= event.body.length;
  }
}
