import type { Queryable } from './database.ts';

/**
 * From here to its end a transaction has a location, or an agency, for itself among those that call
 * this: what counts its rows and adds one would otherwise not see the others.
 *
 * @param owner its name, see nameOfOwner.
 */
export async function lockOwner(transaction: Queryable, owner: string): Promise<void> {
  await transaction.query(
    `INSERT INTO relay.location (id) VALUES ($1::text)
     ON CONFLICT (id) DO UPDATE SET id = excluded.id`,
    [owner],
  );
}
