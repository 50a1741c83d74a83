/** How many statement texts are kept prepared; beyond it they are sent as they are. */
export const MOST_PREPARED = 200;

/**
 * Whether to prepare a statement: parsing and planning a long one takes longer than running it.
 * Without values a text may be several statements, as pg-boss's migrations are, or no query at all;
 * the long ones that come again and again begin with a common table expression.
 */
export function isWorthPreparing(text: string, values: readonly unknown[] = []): boolean {
  return values.length > 0 || (/^\s*WITH\b/.test(text) && !text.includes(';'));
}

/**
 * How a session plans. Tables are empty now and long soon after: a plan that reads them whole must
 * not be kept. One plan serves all values: left to itself the planner takes the one for a single
 * event to be so much cheaper than the one for any number that it plans each time, which takes longer
 * than what it gains. The plans that are left look costly, which is no reason to compile them.
 */
export const PLANNING = `
  SET enable_seqscan = off; SET enable_bitmapscan = off;
  SET plan_cache_mode = force_generic_plan; SET jit = off`;

const PLANS_LAST_MS = 1000;

/**
 * How old the plans of prepared statements are. The planner goes by how long the tables are when it
 * plans, and a queue that is empty then may be long a moment later: the plan would read all of it
 * for each claim. PostgreSQL itself plans anew only after an ANALYZE, a minute later at the soonest.
 */
export class PlanAges {
  readonly #madeAt = new WeakMap<object, number>();
  readonly #now: () => number;

  /** @param now gives milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a connection is to plan anew before its next statement; says so once. */
  areOld(connection: object): boolean {
    const now = this.#now();
    const madeAt = this.#madeAt.get(connection);
    const areOld = madeAt !== undefined && now - madeAt >= PLANS_LAST_MS;
    if (areOld || madeAt === undefined) this.#madeAt.set(connection, now);
    return areOld;
  }
}

/** Has a connection's statements planned anew when they run next. They stay prepared. */
export const PLAN_ANEW = 'DISCARD PLANS';
