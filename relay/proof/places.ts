import { Problem } from '../problem.ts';
import { steadyNow } from '../steady-clock.ts';

/** A group of callers, and how many of them may be answered in parallel. */
export interface Group {
  name: string;
  most: number;
}

/** Work older than this yields its place to the next caller: HighLevel is usually faster. */
const GIVES_WAY_MS = 500;
const RETRY_AFTER_SECONDS = 2;

interface Held {
  since: number;
  groups: readonly Group[];
  end: AbortController;
}

/**
 * Places for work that anybody can cause. Each piece of work takes a place in every group that it
 * belongs to: one caller, or what hangs, cannot take the places of the others. Nobody waits: where a
 * group is full, the oldest of it gives way, if it has had its time, or the newcomer is refused.
 */
export class Places {
  readonly #held = new Map<string, Set<Held>>();
  readonly #now: () => number;

  constructor(now: () => number = steadyNow) {
    this.#now = now;
  }

  /**
   * @param work ends when its signal says so.
   * @throws Problem 429 when there is no place, now or for long enough.
   */
  async hold<T>(groups: readonly Group[], work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (const held of groups.flatMap((group) => this.#inTheWay(group))) {
      this.#free(held);
      held.end.abort(tooMany());
    }
    const held: Held = { since: this.#now(), groups, end: new AbortController() };
    for (const { name } of groups) {
      const others = this.#held.get(name);
      if (others) others.add(held);
      else this.#held.set(name, new Set([held]));
    }
    try {
      return await work(held.end.signal);
    } finally {
      this.#free(held);
    }
  }

  /** Who has to leave so that one more has a place. @throws Problem when nobody has to yet */
  #inTheWay({ name, most }: Group): Held[] {
    const members = this.#held.get(name);
    if (members === undefined || members.size < most) return [];
    const [oldest] = members;
    if (!oldest || this.#now() - oldest.since < GIVES_WAY_MS) throw tooMany();
    return [oldest];
  }

  #free(held: Held): void {
    for (const { name } of held.groups) {
      const members = this.#held.get(name);
      members?.delete(held);
      if (members?.size === 0) this.#held.delete(name);
    }
  }
}

function tooMany(): Problem {
  return new Problem(
    429,
    'too_many_requests',
    'Too many subscriptions are being checked. Try again in a few seconds.',
    RETRY_AFTER_SECONDS,
  );
}
