/** How many statement texts a connection keeps prepared; beyond it they are sent as they are. */
export const MOST_PREPARED = 200;

/**
 * How a session plans. A queue is empty now and long soon after, and its statistics are those of
 * some other moment: a plan that reads a table whole must not be made. For the same reason the
 * relay's statements that run for every event look rows up by arrays of keys and join no tables. One
 * plan serves all values: left to itself the planner takes the one for a single event to be so much
 * cheaper than the one for any number that it plans each time, which takes longer than what it gains.
 * The plans that are left look costly, which is no reason to compile them.
 */
export const PLANNING = `
  SET enable_seqscan = off; SET enable_bitmapscan = off;
  SET plan_cache_mode = force_generic_plan; SET jit = off`;
