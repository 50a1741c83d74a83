import type { Queryable } from './database.ts';

/**
 * From here to its end a transaction has a location for itself, among those that call this: what
 * counts a location's rows and adds one would otherwise not see the others.
 */
export async function lockLocation(transaction: Queryable, locationId: string): Promise<void> {
  await transaction.query(
    `INSERT INTO relay.location (id) VALUES ($1::text)
     ON CONFLICT (id) DO UPDATE SET id = excluded.id`,
    [locationId],
  );
}
