import type { BacklogLimits } from '../backlog.ts';
import type { Database, Queryable } from './database.ts';
import type { ClaimedDelivery, DeliveryQueue } from './deliveries.ts';
import { endDeliveries, type EndedDeliveries } from './events.ts';

/** How long a dead letter and its event are kept for a replay, where there is room. */
const KEPT_FOR = '14 days';

/** A delivery that was given up. */
export interface DeadLetter {
  id: string;
  event: string;
  locationId: string;
  subscriptionId: string;
  targetHost: string | null;
  attempts: number;
  /** What the last attempt came to. */
  reason: string;
  receivedAt: string;
  diedAt: string;
}

interface ReplayRow {
  id: string;
  event_id: string;
  subscription_id: string;
  location_id: string;
  event: string;
  shared: boolean;
  bytes: number;
}

/** Stores deliveries that were given up. A dead letter keeps the id that its last job had. */
export async function insertDeadLetters(
  transaction: Queryable,
  dead: readonly (ClaimedDelivery & { reason: string })[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO relay.dead_letter
       (id, event_id, subscription_id, location_id, event, shared, attempts, reason, received_at,
        bytes)
     SELECT id, event_id, subscription_id, location_id, event, shared, attempts, reason,
            to_timestamp(received_at), bytes
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::boolean[],
                 $7::integer[], $8::text[], $9::double precision[], $10::integer[])
       AS dead (id, event_id, subscription_id, location_id, event, shared, attempts, reason,
                received_at, bytes)`,
    [
      dead.map(({ id }) => id),
      dead.map(({ event }) => event),
      dead.map(({ subscription }) => subscription),
      dead.map(({ location }) => location),
      dead.map(({ type }) => type),
      dead.map(({ shared }) => shared),
      dead.map(({ attempts }) => attempts),
      dead.map(({ reason }) => reason),
      dead.map(({ since }) => since / 1000),
      dead.map(({ bytes }) => bytes),
    ],
  );
}

/**
 * Lists dead letters, newest first, without their payloads.
 *
 * @param before the last id of the page before.
 */
export function listDeadLetters(
  database: Queryable,
  page: { limit: number; before: string | undefined; locationId: string | undefined },
): Promise<DeadLetter[]> {
  return database.query<DeadLetter>(
    `SELECT dead.id, dead.event, dead.location_id AS "locationId",
            coalesce(subscription.public_id, dead.subscription_id) AS "subscriptionId",
            subscription.target_host AS "targetHost",
            dead.attempts, dead.reason, ${iso('dead.received_at')} AS "receivedAt",
            ${iso('dead.died_at')} AS "diedAt"
     FROM relay.dead_letter AS dead
     LEFT JOIN relay.subscription ON subscription.id = dead.subscription_id
     WHERE ($2::uuid IS NULL OR dead.id < $2::uuid)
       AND ($3::text IS NULL OR dead.location_id = $3::text)
     ORDER BY dead.id DESC LIMIT $1::integer`,
    [page.limit, page.before ?? null, page.locationId ?? null],
  );
}

/** How many dead letters there are. */
export async function countDeadLetters(database: Queryable): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM relay.dead_letter',
  );
  return row?.count ?? 0;
}

/**
 * Puts dead letters in line again, with a fresh time limit.
 *
 * @param which one by id, or some of a location, or of all.
 * @returns how many.
 */
export async function replayDeadLetters(
  database: Database,
  queue: DeliveryQueue,
  which: { id: string | undefined; locationId: string | undefined; limit: number },
  placeInLine: (location: string) => number,
): Promise<number> {
  return database.transaction(async (transaction) => {
    const rows = await transaction.query<ReplayRow>(
      `DELETE FROM relay.dead_letter WHERE id IN (
         SELECT id FROM relay.dead_letter
         WHERE ($1::uuid IS NULL OR id = $1::uuid)
           AND ($2::text IS NULL OR location_id = $2::text)
         ORDER BY id LIMIT $3::integer FOR UPDATE
       ) RETURNING id, event_id, subscription_id, location_id, event, shared, bytes`,
      [which.id ?? null, which.locationId ?? null, which.limit],
    );
    const since = Date.now();
    await queue.insert(
      transaction,
      rows.map((row) => ({
        event: row.event_id,
        shared: row.shared,
        subscription: row.subscription_id,
        location: row.location_id,
        type: row.event,
        bytes: row.bytes,
        attempts: 0,
        since,
        place: placeInLine(row.location_id),
      })),
    );
    return rows.length;
  });
}

/** Deletes dead letters that nobody replayed in time, with their events; returns how many. */
export async function expireDeadLetters(database: Database): Promise<number> {
  return database.transaction(async (transaction) => {
    const ended = await transaction.query<EndedDeliveries>(
      `DELETE FROM relay.dead_letter WHERE id IN (
         SELECT id FROM relay.dead_letter WHERE died_at < now() - interval '${KEPT_FOR}'
         ORDER BY id LIMIT 1000 FOR UPDATE
       ) RETURNING event_id AS event, shared`,
    );
    await endDeliveries(transaction, ended);
    return ended.length;
  });
}

/** How many are deleted at once. */
const MOST_AT_ONCE = 10_000;

/**
 * Makes room where dead letters are more than the limits say: of sub-accounts that have more than their
 * share of a limit, the oldest go first. So what one gives up keeps nobody else's from being kept.
 *
 * @returns how many were deleted.
 */
export async function limitDeadLetters(database: Database, limits: BacklogLimits): Promise<number> {
  return database.transaction(async (transaction) => {
    const values = [limits.deliveries, limits.bytes];
    const [row] = await transaction.query<{ is_over: boolean }>(
      `SELECT count(*) > $1::double precision OR sum(bytes) > $2::double precision AS is_over
       FROM relay.dead_letter`,
      values,
    );
    if (row?.is_over !== true) return 0;
    const ended = await transaction.query<EndedDeliveries>(
      `WITH charged AS (
         SELECT id, location_id,
                CASE WHEN row_number() OVER (PARTITION BY event_id ORDER BY id DESC) = 1
                     THEN bytes ELSE 0 END AS bytes
         FROM relay.dead_letter
       ), whole AS (
         SELECT count(*) AS letters, sum(bytes) AS bytes, count(DISTINCT location_id) AS owners
         FROM charged
       ), piled AS (
         SELECT id, count(*) OVER newer AS letters, sum(bytes) OVER newer AS bytes
         FROM charged WINDOW newer AS (PARTITION BY location_id ORDER BY id DESC)
       ), old AS (
         SELECT piled.id FROM piled CROSS JOIN whole
         WHERE (whole.letters > $1::double precision
                AND piled.letters > $1::double precision / whole.owners)
            OR (whole.bytes > $2::double precision
                AND piled.bytes > $2::double precision / whole.owners)
         ORDER BY piled.id LIMIT ${MOST_AT_ONCE}
       )
       DELETE FROM relay.dead_letter WHERE id IN (
         SELECT id FROM relay.dead_letter WHERE id IN (SELECT id FROM old) ORDER BY id FOR UPDATE
       ) RETURNING event_id AS event, shared`,
      values,
    );
    await endDeliveries(transaction, ended);
    return ended.length;
  });
}

function iso(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
