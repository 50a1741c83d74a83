import { Tally } from './tally.ts';

/** At so many times the limit nobody may add any longer. */
const HARD_LIMIT = 2;

/** What there is of something, and whose it is. */
export interface Counted {
  total: number;
  /** How many owners have any. */
  owners: number;
  /** What each of them has, but for those with the least where there are very many owners. */
  byOwner: ReadonlyMap<string, number>;
}

/** Why nothing may be added: there is too much of all owners together, or of one of them. */
export type Excess =
  | { refusal: 'behind' }
  | { refusal: 'over_share'; owner: string; amount: number; share: number };

/** What a batch adds. It counts at once. */
export interface LimitedAddition {
  /** Why these owners may add nothing, undefined when they may. */
  excessOf: (owners: readonly string[]) => Excess | undefined;
  add: (owner: string, amount: number) => void;
  /** The batch is committed: the next count contains it. */
  committed: () => void;
  /** The batch is not committed: nothing of it is there. */
  undone: () => void;
}

const NOTHING: Counted = { total: 0, owners: 0, byOwner: new Map() };

/**
 * Keeps an amount within a limit. Up to it everybody may add. Above it an owner may not that has its
 * fair share already, which is the limit divided by the owners that have any; so nobody's pile keeps
 * the others out. All shares together are twice the limit at most, and from there on nobody may add.
 *
 * What there is is counted in the database now and then; what was added here since counts too.
 */
export class FairLimit {
  readonly #limit: number;
  #counted = NOTHING;
  /** Added here, and perhaps not in the last count. */
  readonly #added = new Tally();
  /** What of that was committed since the last count began. */
  #committed = new Tally();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What there is of all owners. */
  get total(): number {
    return this.#counted.total + this.#added.total;
  }

  /**
   * Begins a count.
   *
   * @returns what to call with what was found, or without it when the count failed.
   */
  beginCount(): (counted: Counted | undefined) => void {
    const before = this.#committed;
    this.#committed = new Tally();
    return (counted) => {
      if (counted === undefined) {
        this.#committed.addAll(before);
        return;
      }
      this.#counted = counted;
      this.#added.addAll(before, -1);
    };
  }

  /** Begins a batch. */
  open(): LimitedAddition {
    const batch = new Tally();
    let share: number | undefined;
    return {
      excessOf: (owners) => {
        if (this.total < this.#limit) return undefined;
        if (this.total >= HARD_LIMIT * this.#limit) return { refusal: 'behind' };
        share ??= this.#limit / this.#owners();
        return this.#overShare(owners, share);
      },
      add: (owner, amount) => {
        batch.add(owner, amount);
        this.#added.add(owner, amount);
      },
      committed: () => {
        this.#committed.addAll(batch);
      },
      undone: () => {
        this.#added.addAll(batch, -1);
      },
    };
  }

  #overShare(owners: readonly string[], share: number): Excess | undefined {
    for (const owner of owners) {
      const amount = (this.#counted.byOwner.get(owner) ?? 0) + this.#added.of(owner);
      if (amount >= share) return { refusal: 'over_share', owner, amount, share };
    }
    return undefined;
  }

  /** How many owners have any, one at least. */
  #owners(): number {
    let owners = this.#counted.owners;
    for (const name of this.#added.names) if (!this.#counted.byOwner.has(name)) owners += 1;
    return Math.max(1, owners);
  }
}
