/** A transaction with more deliveries holds up everybody else's events for too long. */
const MOST_DELIVERIES = 2000;
/** An event with so few deliveries never has to wait for those with many. */
const FEW_DELIVERIES = 8;

/**
 * How many deliveries fit into a batch of events. What nobody could store in a short time, since one
 * sub-account has a thousand subscriptions and a flood of events, is spread over several batches, and
 * the events of the others go in between.
 */
export class BatchRoom {
  #taken = 0;

  /**
   * Takes an event.
   *
   * @param deliveries that it has.
   * @returns false when it has to wait for the next batch. The first one never has to.
   */
  take(deliveries: number): boolean {
    const fits = this.#taken === 0 || this.#taken + deliveries <= MOST_DELIVERIES;
    if (!fits && deliveries > FEW_DELIVERIES) return false;
    this.#taken += deliveries;
    return true;
  }
}
