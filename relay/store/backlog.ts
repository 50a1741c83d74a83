import type { Queryable } from './database.ts';
import { QUEUE } from './deliveries.ts';

/** How many owners, of those with the most waiting, are looked at. */
const MOST_OWNERS = 10_000;

/** What is to be delivered, of all relays on the database. An owner is a sub-account or an agency. */
export interface WaitingDeliveries {
  /** Deliveries in line or under way. */
  queued: number;
  /** Deliveries that wait until their subscribers have proved their access. */
  held: number;
  /** When the oldest of those in line was received (milliseconds since 1970), undefined for none. */
  oldest: number | undefined;
  /** How many owners have any. */
  owners: number;
  /** How many each of them has, but for those with the fewest where there are very many owners. */
  byOwner: Map<string, number>;
}

interface OwnerRow {
  owner: string;
  count: number;
  queued: number;
  held: number;
  oldest: number | null;
  owners: number;
}

/** Counts what waits to be delivered. */
export async function countWaiting(database: Queryable): Promise<WaitingDeliveries> {
  const rows = await database.query<OwnerRow>(
    `SELECT owner, sum(queued + held)::integer AS count,
            (sum(sum(queued)) OVER ())::integer AS queued,
            (sum(sum(held)) OVER ())::integer AS held,
            min(min(oldest)) OVER () AS oldest,
            (count(*) OVER ())::integer AS owners
     FROM (
       SELECT data ->> 'location' AS owner, count(*) AS queued, 0 AS held,
              min((data ->> 'since')::double precision) AS oldest
       FROM pgboss.job WHERE name = '${QUEUE}' AND state <= 'active' GROUP BY 1
       UNION ALL
       SELECT location_id, 0, count(*), NULL FROM relay.held_delivery GROUP BY 1
     ) AS waiting
     GROUP BY owner ORDER BY count DESC, owner LIMIT ${MOST_OWNERS}`,
  );
  const [first] = rows;
  return {
    queued: first?.queued ?? 0,
    held: first?.held ?? 0,
    oldest: first?.oldest ?? undefined,
    owners: first?.owners ?? 0,
    byOwner: new Map(rows.map(({ owner, count }) => [owner, count])),
  };
}
