import type { LiveEntry, LiveGap } from '../../api/live.ts';

/** How many entries are kept. */
const MOST_KEPT = 10_000;

/** What a page has seen: up to which change, and up to which entry. */
export interface Place {
  revision: number;
  number: number;
}

/** What a page has not seen yet. */
export interface CaughtUp {
  entries: LiveEntry[];
  /** Entries that it missed and that are no longer kept. */
  gap: LiveGap | undefined;
  place: Place;
}

interface Kept {
  entry: LiveEntry;
  /** The number of its last change. */
  revision: number;
}

export const START: Place = { revision: 0, number: 0 };

/** The latest entries. Whoever was away is told what changed meanwhile, and what is lost. */
export class Journal {
  readonly #kept = new Map<number, Kept>();
  readonly #listeners = new Set<() => void>();
  readonly #most: number;
  #revision = 0;
  #number = 0;

  constructor(most = MOST_KEPT) {
    this.#most = most;
  }

  add(entry: Omit<LiveEntry, 'number'>): LiveEntry {
    const whole = { ...entry, number: ++this.#number };
    this.#keep(whole);
    for (const number of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(number);
    }
    return whole;
  }

  /** Replaces parts of an entry; one that is no longer kept stays gone. */
  change(number: number, change: (entry: LiveEntry) => Partial<LiveEntry>): void {
    const kept = this.#kept.get(number);
    if (kept) this.#keep({ ...kept.entry, ...change(kept.entry) });
  }

  get(number: number): LiveEntry | undefined {
    return this.#kept.get(number)?.entry;
  }

  /** What changed since a place, oldest first. @param most how many in one call */
  since({ revision, number }: Place, most: number): CaughtUp {
    const changed = [...this.#kept.values()]
      .filter((one) => one.revision > revision)
      .sort((left, right) => left.revision - right.revision)
      .slice(0, most);
    const oldest = this.#kept.keys().next().value ?? this.#number + 1;
    const isLost = number > 0 && oldest > number + 1;
    return {
      entries: changed.map(({ entry }) => entry),
      gap: isLost ? { from: number + 1, to: oldest - 1 } : undefined,
      place: {
        revision: changed.at(-1)?.revision ?? revision,
        number: changed.reduce((last, { entry }) => Math.max(last, entry.number), number),
      },
    };
  }

  /** @returns what ends it */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #keep(entry: LiveEntry): void {
    this.#kept.set(entry.number, { entry, revision: ++this.#revision });
    for (const listener of this.#listeners) listener();
  }
}
