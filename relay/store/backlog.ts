import type { Counted } from '../fair-limit.ts';
import type { Queryable } from './database.ts';
import { QUEUE } from './deliveries.ts';

/** How many owners, of those with the most waiting, are looked at. */
const MOST_OWNERS = 10_000;

/** What is to be delivered, of all relays on the database. An owner is a sub-account or an agency. */
export interface WaitingDeliveries {
  /** Deliveries in line or under way. */
  queued: number;
  /** When the oldest of those in line was received (milliseconds since 1970), undefined for none. */
  oldest: number | undefined;
  /** Those in line, and those that wait until their subscribers have proved their access. */
  deliveries: Counted;
  /** Bytes of the payloads of all of these. That of several owners is counted for one of them. */
  bytes: Counted;
}

interface OwnerRow {
  owner: string;
  count: number;
  bytes: number;
  queued: number;
  oldest: number | null;
  all_count: number;
  all_bytes: number;
  owners: number;
  owners_of_bytes: number;
}

/** Counts what waits to be delivered. */
export async function countWaiting(database: Queryable): Promise<WaitingDeliveries> {
  const rows = await database.query<OwnerRow>(
    // Events with one delivery each are added up by owner at once; only the others keep rows of their own.
    `WITH waiting AS (
       SELECT data ->> 'location' AS owner,
              CASE WHEN (data ->> 'shared')::boolean THEN data ->> 'event' END AS event,
              coalesce((data ->> 'bytes')::double precision, 0) AS bytes,
              (data ->> 'since')::double precision AS since, 1 AS queued
       FROM pgboss.job WHERE name = '${QUEUE}' AND state <= 'active'
       UNION ALL
       SELECT location_id, CASE WHEN shared THEN event_id::text END, bytes, NULL, 0
       FROM relay.held_delivery
     ), summed AS (
       SELECT owner, event, count(*) AS count, sum(queued) AS queued, min(since) AS oldest,
              CASE WHEN event IS NULL THEN sum(bytes) ELSE max(bytes) END AS bytes
       FROM waiting GROUP BY owner, event
     ), charged AS (
       SELECT owner, count, queued, oldest,
              CASE WHEN event IS NULL
                     OR row_number() OVER (PARTITION BY event ORDER BY owner COLLATE "C") = 1
                   THEN bytes ELSE 0 END AS bytes
       FROM summed
     ), by_owner AS (
       SELECT owner, sum(count) AS count, sum(bytes) AS bytes,
              sum(sum(queued)) OVER () AS queued, min(min(oldest)) OVER () AS oldest,
              sum(sum(count)) OVER () AS all_count, sum(sum(bytes)) OVER () AS all_bytes,
              count(*) OVER () AS owners,
              sum(CASE WHEN sum(bytes) > 0 THEN 1 ELSE 0 END) OVER () AS owners_of_bytes,
              row_number() OVER (ORDER BY sum(count) DESC, owner) AS place,
              row_number() OVER (ORDER BY sum(bytes) DESC, owner) AS place_of_bytes
       FROM charged GROUP BY owner
     )
     SELECT owner, count::integer, bytes, queued::integer, oldest, all_count::integer, all_bytes,
            owners::integer, owners_of_bytes::integer
     FROM by_owner WHERE place <= ${MOST_OWNERS} OR place_of_bytes <= ${MOST_OWNERS}`,
  );
  const [first] = rows;
  return {
    queued: first?.queued ?? 0,
    oldest: first?.oldest ?? undefined,
    deliveries: {
      total: first?.all_count ?? 0,
      owners: first?.owners ?? 0,
      byOwner: new Map(rows.map(({ owner, count }) => [owner, count])),
    },
    bytes: {
      total: first?.all_bytes ?? 0,
      owners: first?.owners_of_bytes ?? 0,
      byOwner: new Map(rows.map(({ owner, bytes }) => [owner, bytes])),
    },
  };
}
