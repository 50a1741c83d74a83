/** Priorities are 32-bit integers, higher first. The line starts here and goes down. */
const FRONT = 2_000_000_000;
const BACK = -2_000_000_000;
/** Clocks of locations kept before those that fell behind are dropped. */
const MOST_CLOCKS = 10_000;
/** How far ahead of the present the next deliveries of all locations stand, with much to spare. */
const NEAR = 2000;
/** Virtual time from which on an empty line starts anew, long before the priorities run out. */
const START_ANEW = 1_000_000;

/**
 * Where a delivery stands in line: start-time fair queueing over locations. Each location has a
 * clock that advances with each of its deliveries; one that was quiet starts at the present, which
 * is the time of the latest delivery served. A location that floods the line moves on alone, while
 * another's few events are placed beside the flood's first ones. Deliveries that come due again
 * after a failure have old places: serving them takes the present back, so that nobody who comes
 * meanwhile stands behind them all.
 *
 * Several relays on one database each have clocks of their own; they agree as far as they serve
 * from the same line.
 */
export class FairLine {
  #present = 0;
  readonly #clocks = new Map<string, number>();

  /** The priority of the next delivery of a location. */
  place(location: string): number {
    const last = this.#clocks.get(location);
    const time = last === undefined ? this.#present : Math.max(this.#present, last + 1);
    if (this.#clocks.size >= MOST_CLOCKS) this.#dropIdleClocks();
    this.#clocks.set(location, time);
    return Math.max(FRONT - time, BACK);
  }

  /**
   * The place up to which the next deliveries of every location stand: behind it are only the later
   * ones of those that have many.
   */
  get near(): number {
    return Math.max(FRONT - this.#present - NEAR, BACK);
  }

  /** Takes note of a delivery that was fetched: its time is the present. */
  served(priority: number): void {
    this.#present = FRONT - priority;
  }

  /** The line is empty: nobody is ahead of anybody. */
  emptied(): void {
    if (this.#present < START_ANEW) return;
    this.#present = 0;
    this.#clocks.clear();
  }

  /** Sets the clocks from what waits in the database, after a start. */
  restore(places: readonly { location: string; first: number; last: number }[]): void {
    for (const { location, last } of places) this.#clocks.set(location, FRONT - last);
    const first = places.reduce((highest, place) => Math.max(highest, place.first), BACK);
    if (places.length > 0) this.served(first);
  }

  #dropIdleClocks(): void {
    for (const [location, time] of this.#clocks) {
      if (time < this.#present) this.#clocks.delete(location);
    }
  }
}
