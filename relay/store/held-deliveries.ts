import type { Database, Queryable } from './database.ts';
import type { DeliveryQueue, QueuedDelivery } from './deliveries.ts';
import { endDeliveries, type EndedDeliveries } from './events.ts';
import { timeOf } from './times.ts';

/** How long a delivery waits for a subscriber that does not prove its access. */
const HELD_FOR = '7 days';
const MOST_AT_ONCE = 1000;

/** A delivery whose subscriber has to prove its access again. */
export interface HeldDelivery extends Pick<
  QueuedDelivery,
  'event' | 'shared' | 'subscription' | 'location' | 'type' | 'bytes'
> {
  id: string;
}

interface ReleasedRow extends Omit<HeldDelivery, 'id'> {
  /** Whether its subscription has ended. */
  orphaned: boolean;
}

/** Sets deliveries aside to wait, within the given transaction. */
export async function holdDeliveries(
  transaction: Queryable,
  held: readonly HeldDelivery[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO relay.held_delivery (id, event_id, subscription_id, location_id, event, shared, bytes)
     SELECT id, event_id, subscription_id, location_id, event, shared, bytes
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::boolean[],
                 $7::integer[])
       AS held (id, event_id, subscription_id, location_id, event, shared, bytes)`,
    [
      held.map(({ id }) => id),
      held.map(({ event }) => event),
      held.map(({ subscription }) => subscription),
      held.map(({ location }) => location),
      held.map(({ type }) => type),
      held.map(({ shared }) => shared),
      held.map(({ bytes }) => bytes),
    ],
  );
}

/**
 * Puts in line what is held of subscriptions that are proved again, the oldest first and with a fresh
 * time limit, and drops what is held of those that have ended.
 *
 * @param now milliseconds since 1970.
 * @returns how many were put in line and how many dropped. Both are 0 when nothing is left to do.
 */
export async function releaseHeld(
  database: Database,
  queue: DeliveryQueue,
  now: number,
  placeInLine: (location: string) => number,
): Promise<{ released: number; dropped: number }> {
  return database.transaction(async (transaction) => {
    const rows = await transaction.query<ReleasedRow>(
      `WITH standing AS (
         SELECT held.id, subscription.id IS NULL AS orphaned
         FROM relay.held_delivery AS held
         LEFT JOIN relay.subscription ON subscription.id = held.subscription_id
         WHERE subscription.id IS NULL
            OR subscription.proved_until > ${timeOf('$1')}
         ORDER BY held.id LIMIT ${MOST_AT_ONCE} FOR UPDATE OF held SKIP LOCKED
       )
       DELETE FROM relay.held_delivery AS held USING standing WHERE held.id = standing.id
       RETURNING held.event_id AS event, shared, subscription_id AS subscription,
                 location_id AS location, held.event AS type, bytes, orphaned`,
      [now],
    );
    const released = rows.filter(({ orphaned }) => !orphaned);
    const dropped = rows.filter(({ orphaned }) => orphaned);
    await queue.insert(
      transaction,
      released.map(({ orphaned: _orphaned, ...delivery }) => ({
        ...delivery,
        attempts: 0,
        since: now,
        place: placeInLine(delivery.location),
      })),
    );
    await endDeliveries(transaction, dropped);
    return { released: released.length, dropped: dropped.length };
  });
}

/** How much is waiting for proof. */
export async function countHeld(database: Queryable): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM relay.held_delivery',
  );
  return row?.count ?? 0;
}

/** Drops what waited in vain, with its events; returns how many. */
export async function expireHeld(database: Database): Promise<number> {
  return database.transaction(async (transaction) => {
    const ended = await transaction.query<EndedDeliveries>(
      `DELETE FROM relay.held_delivery WHERE id IN (
         SELECT id FROM relay.held_delivery WHERE held_at < now() - interval '${HELD_FOR}'
         ORDER BY id LIMIT ${MOST_AT_ONCE} FOR UPDATE
       ) RETURNING event_id AS event, shared`,
    );
    await endDeliveries(transaction, ended);
    return ended.length;
  });
}
