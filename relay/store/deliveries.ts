import { PgBoss } from 'pg-boss';
import { z } from 'zod';

import { newId } from '../identifiers.ts';
import { withinLimit } from '../time-limit.ts';
import type { BossDatabase, Database, Queryable } from './database.ts';
import type { EndedDeliveries } from './events.ts';

/**
 * The queue of deliveries, in pg-boss. A job contains only ids, never the payload. Its group is the
 * subscription; its priority is the place in line (see delivery/fairness.ts).
 */
export const QUEUE = 'delivery';

/** One delivery that waits. */
export interface Delivery {
  /** The event's id. */
  event: string;
  /** Whether the event has more deliveries than this one. */
  shared: boolean;
  subscription: string;
  location: string;
  /** The event name that was subscribed to. */
  type: string;
  /** How large the event's payload is, in bytes. */
  bytes: number;
  /** Failed attempts so far. */
  attempts: number;
  /** When the event was received (or replayed), in milliseconds since 1970. */
  since: number;
  /** The place in line, which is the job's priority. */
  place: number;
}

/** A delivery that this process has claimed, with its place in line. */
export interface ClaimedDelivery extends Delivery {
  /** The job's id. */
  id: string;
  /** Names the claim: it goes up with each, so that a claim which was lost settles nothing. */
  retryCount: number;
}

/** A delivery to put in line. */
export interface QueuedDelivery extends Delivery {
  /** When it is due, in milliseconds since 1970; now when missing. */
  due?: number;
}

/** How many jobs one fetch claims at most. One number, so that the statement stays prepared. */
export const FETCH_SIZE = 64;
/** How many jobs are put off by one statement. */
const PUT_OFF_SIZE = 2000;
/** A claim that its process has not renewed for this long is released. */
const CLAIM_LASTS_SECONDS = 8;
/** pg-boss's cache of queues must be warm in a transaction; if it were not, this ends the wait. */
const INSERT_LIMIT_MS = 10_000;

/** The row of a claimed job. One that an earlier version put in line does not say how large it is. */
type Claimed = Pick<ClaimedDelivery, 'id' | 'retryCount' | 'place'> & {
  data: Omit<Delivery, 'place' | 'bytes'> & Partial<Pick<Delivery, 'bytes'>>;
};

/**
 * Whether a job is of the subscriptions in $1. The list is hashed, since there may be a thousand; IN by
 * itself could become a join that compares each job with each of them.
 */
const OF_SUBSCRIPTIONS = 'coalesce(group_id IN (SELECT unnest($1::text[])), false)';

const END_OF_LINE = -(2 ** 31);

/**
 * Claims as pg-boss's fetch does, but for one thing: what is claimed is looked up by an array of ids.
 * While the statistics are those of an empty queue, a join, as in pg-boss, reads all of a long one.
 * Subscriptions to step over are in a subquery, which is hashed: there may be a thousand.
 */
const CLAIM = `
  WITH first AS (
    SELECT id FROM pgboss.job
    WHERE name = '${QUEUE}' AND state < 'active' AND NOT blocked AND start_after <= now()
      AND group_id NOT IN (SELECT unnest($1::text[])) AND priority >= $2::integer
    ORDER BY priority DESC, created_on
    LIMIT ${FETCH_SIZE}
    FOR UPDATE SKIP LOCKED
  )
  UPDATE pgboss.job
  SET state = 'active', started_on = now(), heartbeat_on = now(),
    retry_count = CASE WHEN started_on IS NULL THEN retry_count ELSE retry_count + 1 END
  WHERE name = '${QUEUE}' AND id = ANY(ARRAY(SELECT id FROM first))
  RETURNING id, retry_count AS "retryCount", priority AS place, data`;

/** The queue on a database. */
export class DeliveryQueue {
  readonly #boss: PgBoss;
  readonly #database: Database;

  private constructor(boss: PgBoss, database: Database) {
    this.#boss = boss;
    this.#database = database;
  }

  /**
   * Opens the queue and upgrades pg-boss's schema.
   *
   * @param onError called with failures of pg-boss's own maintenance.
   */
  static async open(database: Database, onError: (error: Error) => void): Promise<DeliveryQueue> {
    const boss = new PgBoss({
      db: database.boss,
      backend: database.backend,
      schema: 'pgboss',
      schedule: false,
    });
    boss.on('error', onError);
    await boss.start();
    const options = {
      // An attempt that fails is put in line anew by the relay. pg-boss itself repeats only what a
      // process left behind, at once and without end.
      retryLimit: 1_000_000,
      retryDelay: 0,
      expireInSeconds: 12 * 3600,
      heartbeatSeconds: 60,
      retentionSeconds: 30 * 24 * 3600,
    };
    await boss.createQueue(QUEUE, { policy: 'standard', ...options });
    await boss.updateQueue(QUEUE, options);
    const queue = new DeliveryQueue(boss, database);
    // Warms pg-boss's cache of queues: within a transaction it could not be read on PGlite.
    await queue.insert(database, []);
    if (database.backend === 'pglite') {
      // Nobody else has this folder: whatever is claimed was claimed by a process that is gone.
      await queue.takeBackClaims(0);
    }
    return queue;
  }

  /** Puts deliveries in line, within the transaction given. */
  async insert(transaction: Queryable, deliveries: readonly QueuedDelivery[]): Promise<void> {
    const inserted = this.#boss.insert(
      QUEUE,
      deliveries.map(({ due, place, ...data }) => ({
        id: newId(),
        data,
        priority: place,
        group: { id: data.subscription },
        ...(due === undefined ? {} : { startAfter: new Date(due) }),
      })),
      { db: transaction.boss },
    );
    await withinLimit(
      inserted,
      INSERT_LIMIT_MS,
      () => new Error('The queue did not answer in time.'),
    );
  }

  /**
   * Claims the deliveries that are due and first in line.
   *
   * @param ignored subscriptions that have no room now.
   * @param lastPlace how far back in line to look; to the end when missing.
   * @param transaction to claim with what else it does; a transaction of its own when missing.
   */
  async fetch(
    ignored: readonly string[],
    lastPlace: number | undefined,
    transaction: Queryable = this.#database,
  ): Promise<ClaimedDelivery[]> {
    const claimed = await transaction.query<Claimed>(CLAIM, [ignored, lastPlace ?? END_OF_LINE]);
    return claimed
      .map(({ data, ...claim }) => ({ bytes: 0, ...data, ...claim }))
      .sort((a, b) => b.place - a.place);
  }

  /**
   * Removes claimed deliveries, within the transaction given.
   *
   * @returns the ids of those that this process still had a claim on.
   */
  async remove(transaction: Queryable, claimed: readonly ClaimedDelivery[]): Promise<Set<string>> {
    if (claimed.length === 0) return new Set();
    const attempts = claimed.map(({ id, retryCount }) => ({ id, retryCount }));
    let settled: string[] = [];
    // pg-boss returns the count; the ids are in the rows of its statement.
    const db: BossDatabase = {
      executeSql: async (text, values) => {
        const result = await transaction.boss.executeSql(text, values);
        settled = settledIds.parse(result.rows)[0]?.ids ?? [];
        return result;
      },
    };
    await this.#boss.deleteJob(QUEUE, attempts, { db });
    return new Set(settled);
  }

  /**
   * Releases claims without having made an attempt. pg-boss has no call for it; the state is
   * the one that a failed job has when it is due again.
   */
  async release(claimed: readonly ClaimedDelivery[]): Promise<void> {
    await this.#database.query(
      `UPDATE pgboss.job SET state = 'retry'
       WHERE name = '${QUEUE}' AND id = ANY($1::uuid[]) AND state = 'active'
         AND (id || ':' || retry_count) = ANY($2::text[])`,
      [claimed.map(({ id }) => id), claimed.map(({ id, retryCount }) => `${id}:${retryCount}`)],
    );
  }

  /** Renews claims on deliveries that are still under way; pg-boss's maintenance does not delay it. */
  async renew(claimed: readonly ClaimedDelivery[]): Promise<void> {
    const attempts = claimed.map(({ id, retryCount }) => ({ id, retryCount }));
    await this.#database.transaction(({ boss }) => this.#boss.touch(QUEUE, attempts, { db: boss }));
  }

  /**
   * Takes back claims that were not renewed, because their process is gone. pg-boss would do so too,
   * but only after a minute. The state is the one its own expiry leaves: the next claim counts as
   * a repeat, so that the old process could not settle it any longer.
   */
  async takeBackClaims(olderThanSeconds: number = CLAIM_LASTS_SECONDS): Promise<number> {
    const rows = await this.#database.query(
      `UPDATE pgboss.job SET state = 'retry', start_after = now()
       WHERE name = '${QUEUE}' AND state = 'active' AND group_id IS NOT NULL
         AND heartbeat_on <= now() - $1::double precision * interval '1 second'
       RETURNING id`,
      [olderThanSeconds],
    );
    return rows.length;
  }

  /**
   * Puts off what waits for subscriptions that are not reachable now, so that fetches need not step
   * over it each time. It takes so many at once, the first in line: a statement about a very long line
   * would hold up the events of others.
   *
   * @param waits how long each subscription waits, in milliseconds.
   */
  async putOff(waits: ReadonlyMap<string, number>): Promise<void> {
    await this.#database.query(
      `WITH first AS (
         SELECT id FROM pgboss.job
         WHERE name = '${QUEUE}' AND state < 'active' AND start_after <= now()
           AND NOT blocked AND ${OF_SUBSCRIPTIONS}
         ORDER BY priority DESC, created_on
         LIMIT ${PUT_OFF_SIZE}
         FOR UPDATE SKIP LOCKED
       )
       UPDATE pgboss.job AS job
       SET start_after = now() + (wait.seconds + 2 * random()) * interval '1 second'
       FROM unnest($1::text[], $2::double precision[]) AS wait (subscription, seconds)
       WHERE job.name = '${QUEUE}' AND job.id = ANY(ARRAY(SELECT id FROM first))
         AND job.group_id = wait.subscription`,
      [[...waits.keys()], [...waits.values()].map((wait) => wait / 1000)],
    );
  }

  /** Where each location's last waiting delivery stands in line (its lowest priority). */
  async places(): Promise<{ location: string; first: number; last: number }[]> {
    return this.#database.query(
      `SELECT data ->> 'location' AS location, max(priority) AS first, min(priority) AS last
       FROM pgboss.job WHERE name = '${QUEUE}' AND state <= 'active' GROUP BY 1`,
    );
  }

  /** Ends pg-boss's own work. The database stays open. */
  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: false });
  }
}

const settledIds = z.array(z.object({ ids: z.array(z.string()) }));

/** Deletes what waits for subscriptions (not what is under way) and their dead letters. */
export async function dropDeliveries(
  transaction: Queryable,
  subscriptions: readonly string[],
): Promise<EndedDeliveries[]> {
  return transaction.query<EndedDeliveries>(
    `WITH waiting AS (
       DELETE FROM pgboss.job
       WHERE name = '${QUEUE}' AND state < 'active' AND ${OF_SUBSCRIPTIONS}
       RETURNING data ->> 'event' AS event, (data ->> 'shared')::boolean AS shared
     ), dead AS (
       DELETE FROM relay.dead_letter WHERE subscription_id = ANY($1::text[]::uuid[])
       RETURNING event_id::text AS event, shared
     ), held AS (
       DELETE FROM relay.held_delivery WHERE subscription_id = ANY($1::text[]::uuid[])
       RETURNING event_id::text AS event, shared
     )
     SELECT event, shared FROM waiting UNION ALL SELECT event, shared FROM dead
     UNION ALL SELECT event, shared FROM held`,
    [subscriptions],
  );
}
