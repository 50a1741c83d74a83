import { FairLimit, type Excess } from './fair-limit.ts';
import type { WaitingDeliveries } from './store/backlog.ts';

/** How much may wait before owners with more than their share are refused. */
export interface BacklogLimits {
  deliveries: number;
  /** Of the payloads, each counted once however many deliveries it has. */
  bytes: number;
}

/** Why an event is not taken: too much waits of all owners together, or of its own. */
export type Refusal = Excess['refusal'];

/** An owner whose events are refused. */
export interface RefusedOwner {
  /** A sub-account, or an agency with a subscription for all of its own. */
  owner: string;
  /** What it has too much of. */
  unit: keyof BacklogLimits;
  /** What of it waits. */
  waiting: number;
  /** From how much on it is refused. */
  share: number;
}

/** What a batch of events adds to the backlog. It counts from the moment when it is taken. */
export interface Addition {
  /**
   * Takes the deliveries of one event, or none of them.
   *
   * @param owners whose each is.
   * @param bytes of its payload.
   * @returns why not, when they are not taken.
   */
  take: (owners: readonly string[], bytes: number) => Refusal | undefined;
  /** The batch is committed: the next count contains it. */
  committed: () => void;
  /** The batch is not committed: nothing of it waits. */
  undone: () => void;
}

/**
 * Keeps what waits to be delivered within limits: the number of deliveries, and the bytes of their
 * payloads, so that neither many events nor large ones of one owner fill the disk for all the others.
 * Each is limited as FairLimit says.
 */
export class Backlog {
  readonly #deliveries: FairLimit;
  readonly #bytes: FairLimit;
  readonly #refused = new Map<string, RefusedOwner>();

  constructor(limits: BacklogLimits) {
    this.#deliveries = new FairLimit(limits.deliveries);
    this.#bytes = new FairLimit(limits.bytes);
  }

  /** What waits, held deliveries too. */
  get waiting(): BacklogLimits {
    return { deliveries: this.#deliveries.total, bytes: this.#bytes.total };
  }

  /** Counts anew. @param count reads it from the database */
  async count(count: () => Promise<WaitingDeliveries>): Promise<WaitingDeliveries> {
    const countDeliveries = this.#deliveries.beginCount();
    const countBytes = this.#bytes.beginCount();
    let counted: WaitingDeliveries | undefined;
    try {
      counted = await count();
      return counted;
    } finally {
      countDeliveries(counted?.deliveries);
      countBytes(counted?.bytes);
    }
  }

  /** Begins a batch. */
  open(): Addition {
    const deliveries = this.#deliveries.open();
    const payloads = this.#bytes.open();
    return {
      take: (owners, bytes) => {
        const payer = payerOf(owners);
        if (payer === undefined) return undefined;
        const refusal =
          this.#refusalOf('deliveries', deliveries.excessOf(owners)) ??
          this.#refusalOf('bytes', payloads.excessOf(owners));
        if (refusal !== undefined) return refusal;
        for (const owner of owners) deliveries.add(owner, 1);
        payloads.add(payer, bytes);
        return undefined;
      },
      committed: () => {
        deliveries.committed();
        payloads.committed();
      },
      undone: () => {
        deliveries.undone();
        payloads.undone();
      },
    };
  }

  /** The owners whose events were refused since the last call. */
  takeRefused(): RefusedOwner[] {
    const refused = [...this.#refused.values()];
    this.#refused.clear();
    return refused;
  }

  #refusalOf(unit: keyof BacklogLimits, excess: Excess | undefined): Refusal | undefined {
    if (excess?.refusal === 'over_share') {
      const { owner, amount: waiting, share } = excess;
      this.#refused.set(owner, { owner, unit, waiting, share: Math.ceil(share) });
    }
    return excess?.refusal;
  }
}

/** A payload is stored once: one of its owners has its bytes, the same that the database counts it for. */
function payerOf(owners: readonly string[]): string | undefined {
  return owners.toSorted()[0];
}
