import type { WaitingDeliveries } from './store/backlog.ts';
import { Tally } from './tally.ts';

/** At so many times the limit nobody's events are taken any longer. */
const HARD_LIMIT = 2;

/** Why an event is not taken: too much waits of all owners together, or of its own. */
export type Refusal = 'behind' | 'over_share';

/** An owner whose events are refused. */
export interface RefusedOwner {
  /** A sub-account, or an agency with a subscription for all of its own. */
  owner: string;
  /** Its deliveries that wait. */
  waiting: number;
  /** From how many on it is refused. */
  share: number;
}

/** What a batch of events adds to the backlog. It counts from the moment when it is taken. */
export interface Addition {
  /**
   * Takes the deliveries of one event, or none of them.
   *
   * @param owners whose each is.
   * @returns why not, when they are not taken.
   */
  take: (owners: readonly string[]) => Refusal | undefined;
  /** The batch is committed: the next count contains it. */
  committed: () => void;
  /** The batch is not committed: nothing of it waits. */
  undone: () => void;
}

const NOTHING: WaitingDeliveries = {
  queued: 0,
  held: 0,
  oldest: undefined,
  owners: 0,
  byOwner: new Map(),
};

/**
 * Keeps what waits to be delivered within a limit. Up to it everything is taken. Above it an owner is
 * refused that has its fair share already, which is the limit divided by the owners that have something
 * waiting; so nobody's pile of deliveries keeps out the events of others. All shares together are twice
 * the limit at most, and from there on everybody is refused.
 *
 * What waits is counted in the database now and then; what was taken here since is added to it.
 */
export class Backlog {
  readonly #limit: number;
  readonly #refused = new Map<string, RefusedOwner>();
  #counted = NOTHING;
  /** Taken here, and perhaps not in the last count. */
  readonly #added = new Tally();
  /** Those of them that were committed since the last count began. */
  #committed = new Tally();

  /** @param limit deliveries */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Deliveries that wait, held ones too. */
  get waiting(): number {
    return this.#counted.queued + this.#counted.held + this.#added.total;
  }

  /** Counts anew. @param count reads it from the database */
  async count(count: () => Promise<WaitingDeliveries>): Promise<WaitingDeliveries> {
    const before = this.#committed;
    this.#committed = new Tally();
    try {
      this.#counted = await count();
    } catch (error) {
      this.#committed.addAll(before);
      throw error;
    }
    this.#added.addAll(before, -1);
    return this.#counted;
  }

  /** Begins a batch. */
  open(): Addition {
    const taken = new Tally();
    let share: number | undefined;
    return {
      take: (owners) => {
        if (owners.length > 0 && this.waiting >= this.#limit) {
          share ??= this.#limit / this.#owners();
          const refusal = this.#refusalOf(owners, share);
          if (refusal !== undefined) return refusal;
        }
        for (const owner of owners) {
          taken.add(owner, 1);
          this.#added.add(owner, 1);
        }
        return undefined;
      },
      committed: () => {
        this.#committed.addAll(taken);
      },
      undone: () => {
        this.#added.addAll(taken, -1);
      },
    };
  }

  /** The owners whose events were refused since the last call. */
  takeRefused(): RefusedOwner[] {
    const refused = [...this.#refused.values()];
    this.#refused.clear();
    return refused;
  }

  #refusalOf(owners: readonly string[], share: number): Refusal | undefined {
    if (this.waiting >= HARD_LIMIT * this.#limit) return 'behind';
    const owner = owners.find((name) => this.#waitingOf(name) >= share);
    if (owner === undefined) return undefined;
    this.#refused.set(owner, { owner, waiting: this.#waitingOf(owner), share: Math.ceil(share) });
    return 'over_share';
  }

  #waitingOf(owner: string): number {
    return (this.#counted.byOwner.get(owner) ?? 0) + this.#added.of(owner);
  }

  /** How many owners have something waiting, one at least. */
  #owners(): number {
    let owners = this.#counted.owners;
    for (const name of this.#added.names) if (!this.#counted.byOwner.has(name)) owners += 1;
    return Math.max(1, owners);
  }
}
