import type { Sealed } from '../encryption.ts';
import type { Database, Queryable } from './database.ts';
import { timeOf } from './times.ts';

/** How long a record is remembered after its last event; a deleted one, for its late events. */
const REMEMBERED_FOR = '90 days';
const DELETED_FOR = '1 day';
/** Records of a location; those with the oldest events go first. */
const MOST_OF_LOCATION = 50_000;
const FORGOTTEN_AT_ONCE = 5000;

/** What is remembered of a record. */
export interface Remembered {
  locationId: string;
  companyId: string | null;
  isDeleted: boolean;
  /** Undefined for nothing. */
  sealed: Sealed | undefined;
}

/**
 * Locks records, until the transaction ends, and reads what is remembered of them. One that is not there
 * is made, so that two relays that meet it for the first time come one after the other, too.
 */
export async function lockRemembered(
  transaction: Queryable,
  records: ReadonlyMap<string, Remembered>,
): Promise<{ key: string; sealed: Sealed | undefined }[]> {
  // In one order everywhere, so that two relays with the same records do not lock each other out.
  const sorted = inOrder(records);
  const rows = await transaction.query<{ key: string; value: string; key_id: string | null }>(
    `INSERT INTO relay.remembered AS known (key, location_id, company_id, value, forget_at)
     SELECT key, location_id, company_id, ''::bytea, now() + interval '${REMEMBERED_FOR}'
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS batch (key, location_id, company_id)
     ON CONFLICT (key) DO UPDATE
       SET company_id = coalesce(excluded.company_id, known.company_id)
     RETURNING key::text, encode(value, 'base64') AS value, key_id`,
    [
      sorted.map(([key]) => key),
      sorted.map(([, { locationId }]) => locationId),
      sorted.map(([, { companyId }]) => companyId),
    ],
  );
  return rows.map(({ key, value, key_id: keyId }) => ({
    key,
    sealed: value === '' ? undefined : { bytes: Buffer.from(value, 'base64'), keyId },
  }));
}

/** Stores what is remembered of records that {@link lockRemembered} has locked. */
export async function saveRemembered(
  transaction: Queryable,
  records: ReadonlyMap<string, Remembered>,
  keyId: string | null,
): Promise<void> {
  const sorted = inOrder(records);
  await transaction.query(
    `UPDATE relay.remembered AS known
     SET value = decode(batch.value, 'base64'), key_id = $4::text, changed_at = now(),
         forget_at = now()
           + CASE WHEN deleted THEN interval '${DELETED_FOR}' ELSE interval '${REMEMBERED_FOR}' END
     FROM unnest($1::uuid[], $2::text[], $3::boolean[]) AS batch (key, value, deleted)
     WHERE known.key = batch.key`,
    [
      sorted.map(([key]) => key),
      sorted.map(([, { sealed }]) => sealed?.bytes.toString('base64') ?? ''),
      sorted.map(([, { isDeleted }]) => isDeleted),
      keyId,
    ],
  );
}

/** Forgets the records of locations, or of an agency's locations, where the app is uninstalled. */
export async function removeUninstalledRemembered(
  transaction: Queryable,
  from: { locations: readonly string[]; companyId: string | undefined; at: number },
): Promise<void> {
  await transaction.query(
    `DELETE FROM relay.remembered WHERE key IN (
       SELECT key FROM relay.remembered
       WHERE (location_id = ANY($1::text[]) OR company_id = $2::text)
         AND changed_at <= ${timeOf('$3')}
       ORDER BY key FOR UPDATE)`,
    [from.locations, from.locations.length === 0 ? (from.companyId ?? null) : null, from.at],
  );
}

/** Forgets records whose time is over, and those that a location has too many of, some thousands at a time. */
export async function forgetRemembered(
  database: Database,
  mostOfLocation = MOST_OF_LOCATION,
): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `WITH crowded AS (
       SELECT location_id, count(*) - $1::integer AS surplus FROM relay.remembered
       GROUP BY location_id HAVING count(*) > $1::integer
     ), old AS (
       (SELECT key FROM relay.remembered WHERE forget_at < now() LIMIT ${FORGOTTEN_AT_ONCE})
       UNION
       SELECT surplus.key FROM crowded CROSS JOIN LATERAL (
         SELECT key FROM relay.remembered AS known WHERE known.location_id = crowded.location_id
         ORDER BY changed_at LIMIT least(crowded.surplus, ${FORGOTTEN_AT_ONCE})
       ) AS surplus
     ), chosen AS (
       SELECT key FROM relay.remembered WHERE key IN (SELECT key FROM old)
       ORDER BY key FOR UPDATE SKIP LOCKED
     ), forgotten AS (
       DELETE FROM relay.remembered WHERE key IN (SELECT key FROM chosen) RETURNING key
     )
     SELECT count(*)::integer AS count FROM forgotten`,
    [mostOfLocation],
  );
  return row?.count ?? 0;
}

function inOrder(records: ReadonlyMap<string, Remembered>): [string, Remembered][] {
  return [...records].sort(([one], [other]) => (one < other ? -1 : 1));
}
