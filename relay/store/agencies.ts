import { AGENCY, nameOfOwner } from '../owner.ts';
import type { Database, Queryable } from './database.ts';
import { lockOwner } from './owners.ts';
import { timeOf } from './times.ts';

/** A sub-account of an agency, as HighLevel tells of it. */
export interface AgencyLocation {
  companyId: string;
  locationId: string;
  /** When it was so, in milliseconds since 1970. What is known to be newer stays. */
  at: number;
}

/**
 * Writes down all sub-accounts of an agency that have the app; those that are not among them have it no
 * longer. A sub-account belongs to one agency: the one that proved it last.
 *
 * @param at when HighLevel was asked, in milliseconds since 1970.
 */
export async function listAgencyLocations(
  transaction: Queryable,
  { companyId, locations, at }: { companyId: string; locations: readonly string[]; at: number },
): Promise<void> {
  // One list of an agency at a time, and its rows in the order in which others join: see joinAgency.
  // Two transactions would else wait for each other.
  await lockOwner(transaction, nameOfOwner({ companyId }));
  await transaction.query(
    `INSERT INTO relay.agency_location AS known (location_id, company_id, installed, at)
     SELECT id, $1::text, true, ${timeOf('$3')}
     FROM (SELECT DISTINCT id FROM unnest($2::text[]) AS id) AS listed
     ORDER BY id COLLATE "C"
     ON CONFLICT (location_id) DO UPDATE
       SET company_id = excluded.company_id, installed = true, at = excluded.at
       WHERE known.at < excluded.at`,
    [companyId, locations, at],
  );
  await transaction.query(
    `UPDATE relay.agency_location SET installed = false, at = ${timeOf('$3')}
     WHERE company_id = $1::text AND installed AND at < ${timeOf('$3')}
       AND location_id <> ALL($2::text[])`,
    [companyId, locations, at],
  );
}

/**
 * The app was installed in a sub-account. That counts for an agency that has subscriptions, and only
 * when it is newer than its latest proof: an old event that comes again lets nobody in. Several in one
 * transaction come in the order of their ids.
 */
export async function joinAgency(
  transaction: Queryable,
  { companyId, locationId, at }: AgencyLocation,
): Promise<void> {
  await transaction.query(
    `INSERT INTO relay.agency_location AS known (location_id, company_id, installed, at)
     SELECT $2::text, $1::text, true, ${timeOf('$3')}
     FROM (SELECT max(proved_at) AS at FROM relay.subscription WHERE location_id = $4::text) AS proof
     WHERE proof.at < ${timeOf('$3')}
     ON CONFLICT (location_id) DO UPDATE
       SET company_id = excluded.company_id, installed = true, at = excluded.at
       WHERE known.at < excluded.at`,
    [companyId, locationId, at, nameOfOwner({ companyId })],
  );
}

/**
 * The app was uninstalled in sub-accounts, or in all of an agency where none is named.
 *
 * @param at when, in milliseconds since 1970.
 */
export async function leaveAgency(
  transaction: Queryable,
  from: { locations: readonly string[]; companyId: string | undefined; at: number },
): Promise<void> {
  await transaction.query(
    `UPDATE relay.agency_location SET installed = false, at = ${timeOf('$3')}
     WHERE (location_id = ANY($1::text[]) OR company_id = $2::text) AND at < ${timeOf('$3')}`,
    [from.locations, from.locations.length === 0 ? (from.companyId ?? null) : null, from.at],
  );
}

const MOST_AT_ONCE = 1000;

/** Forgets some of the sub-accounts of agencies that have no subscription; returns how many. */
export async function forgetAgencies(database: Database): Promise<number> {
  const rows = await database.query(
    `DELETE FROM relay.agency_location WHERE location_id IN (
       SELECT known.location_id FROM relay.agency_location AS known
       WHERE NOT EXISTS (
         SELECT FROM relay.subscription WHERE location_id = '${AGENCY}' || known.company_id
       )
       ORDER BY known.location_id LIMIT ${MOST_AT_ONCE} FOR UPDATE
     ) RETURNING location_id`,
  );
  return rows.length;
}
