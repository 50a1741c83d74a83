const ends: (() => Promise<void>)[] = [];

/**
 * Has something ended after the lane, where its suites run in this process. Of a worker, all that it
 * started goes when it exits.
 */
export function atLaneEnd(end: () => Promise<void>): void {
  ends.push(end);
}

/** Ends all of it, in the order in which it was asked for. */
export async function endLane(): Promise<void> {
  for (const end of ends.splice(0)) await end();
}
