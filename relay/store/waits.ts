import type { Keyring } from '../encryption.ts';
import { STEP_RESUMED } from '../event-names.ts';
import { hashedId } from '../identifiers.ts';
import type { Queryable } from './database.ts';
import { lockOwner } from './owners.ts';
import { openSealed, SEALED, sealTarget, type SealedRow } from './sealed_target.ts';
import { millisecondsOf, timeOf } from './times.ts';

/** A step of a Zap that waits for a contact. Times are in milliseconds since 1970. */
export interface NewWait {
  id: string;
  locationId: string;
  companyId: string | undefined;
  /** The contact, as a keyed hash. */
  contact: string;
  /** The channels on which a reply counts, in HighLevel's names; null for all of them. */
  messageTypes: readonly string[] | null;
  /** Where the step is resumed. */
  targetUrl: string;
  /** Ends the wait. */
  secret: string;
  /** Messages sent before this are no replies. */
  since: number;
  /** When the step goes on without a reply. */
  until: number;
}

/** A wait that a reply may end. */
export interface WaitingStep {
  id: string;
  contact: string;
  messageTypes: string[] | null;
  since: number;
}

/** A wait that has ended. */
export interface TakenWait {
  id: string;
  locationId: string;
}

/** A wait as the step refers to it. */
export interface ReferredWait extends TakenWait {
  secret: string;
}

/**
 * Stores a wait. One that the same address has already is replaced: the step was run again.
 *
 * @returns false when the location has `most` already.
 */
export async function insertWait(
  transaction: Queryable,
  keyring: Keyring,
  wait: NewWait,
  most: number,
): Promise<boolean> {
  const targetHash = hashedId(wait.targetUrl);
  await lockOwner(transaction, wait.locationId);
  await transaction.query(
    'DELETE FROM relay.wait WHERE location_id = $1::text AND target_hash = $2::uuid',
    [wait.locationId, targetHash],
  );
  const [present] = await transaction.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM relay.wait WHERE location_id = $1::text',
    [wait.locationId],
  );
  if ((present?.count ?? 0) >= most) return false;
  const sealed = sealTarget(keyring, {
    id: wait.id,
    targetUrl: wait.targetUrl,
    secrets: [wait.secret],
  });
  await transaction.query(
    `INSERT INTO relay.wait
       (id, location_id, company_id, contact, message_types, target_hash, target_host, target,
        key_id, since, until)
     VALUES ($1::uuid, $2::text, $3::text, $4::uuid, $5::text[], $6::uuid, $7::text,
             decode($8::text, 'base64'), $9::text, ${timeOf('$10')}, ${timeOf('$11')})`,
    [
      wait.id,
      wait.locationId,
      wait.companyId ?? null,
      wait.contact,
      wait.messageTypes,
      targetHash,
      new URL(wait.targetUrl).host,
      sealed.bytes.toString('base64'),
      sealed.keyId,
      wait.since,
      wait.until,
    ],
  );
  return true;
}

/** Reads the wait with an id, undefined when there is none. */
export async function findWait(
  queryable: Queryable,
  keyring: Keyring,
  id: string,
): Promise<ReferredWait | undefined> {
  const [row] = await queryable.query<SealedRow & { locationId: string }>(
    `SELECT ${SEALED}, location_id AS "locationId" FROM relay.wait WHERE id = $1::uuid`,
    [id],
  );
  if (!row) return undefined;
  const [secret = ''] = openSealed(keyring, row).secrets;
  return { id: row.id, locationId: row.locationId, secret };
}

/** Ends a wait: its step is never resumed. */
export async function removeWait(queryable: Queryable, id: string): Promise<void> {
  await queryable.query('DELETE FROM relay.wait WHERE id = $1::uuid', [id]);
}

/** The waits for any of these contacts. */
export function waitsFor(
  queryable: Queryable,
  contacts: readonly string[],
): Promise<WaitingStep[]> {
  return queryable.query<WaitingStep>(
    `SELECT id, contact, message_types AS "messageTypes", ${millisecondsOf('since')} AS since
     FROM relay.wait WHERE contact = ANY($1::uuid[]) ORDER BY id`,
    [contacts],
  );
}

/** How long what is to be delivered to a step stays when its target never takes it. */
const RESUMED_FOR_MS = 60 * 24 * 3600_000;

/**
 * Ends the waits that `chosen` selects. Each becomes the subscription that its one delivery goes to,
 * sealed as it was; that is removed when the delivery is done. An address that is being delivered to
 * gets no second one.
 */
function takenFrom(chosen: string, now: string): string {
  return `WITH chosen AS (${chosen}),
     taken AS (DELETE FROM relay.wait WHERE id IN (SELECT id FROM chosen) RETURNING *)
     INSERT INTO relay.subscription
       (id, public_id, location_id, company_id, event, target_hash, target_host, target, key_id,
        proved_at, proved_until, ask_at)
     SELECT id, id, location_id, company_id, '${STEP_RESUMED}', target_hash, target_host, target,
            key_id, ${timeOf(now)}, ${timeOf(`(${now}::double precision + ${RESUMED_FOR_MS})`)},
            ${timeOf(`(${now}::double precision + ${RESUMED_FOR_MS})`)}
     FROM taken
     ON CONFLICT (location_id, event, target_hash) DO NOTHING
     RETURNING id, location_id AS "locationId"`;
}

/** Ends these waits, but for those that somebody else ends at the same time. */
export function takeWaits(
  transaction: Queryable,
  ids: readonly string[],
  now: number,
): Promise<TakenWait[]> {
  // In one order everywhere, so that two relays with the same contacts do not lock each other out.
  const chosen = 'SELECT id FROM relay.wait WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE';
  return transaction.query<TakenWait>(takenFrom(chosen, '$2'), [ids, now]);
}

const MOST_AT_ONCE = 500;

/** Ends some hundred waits whose time is over. */
export function takeOverdue(transaction: Queryable, now: number): Promise<TakenWait[]> {
  const chosen = `SELECT id FROM relay.wait WHERE until <= ${timeOf('$1')}
       ORDER BY until LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED`;
  return transaction.query<TakenWait>(takenFrom(chosen, '$1'), [now]);
}

/** Removes the waits of locations, or of an agency's locations, where the app is uninstalled. */
export async function removeUninstalledWaits(
  transaction: Queryable,
  from: { locations: readonly string[]; companyId: string | undefined; at: number },
): Promise<void> {
  await transaction.query(
    `DELETE FROM relay.wait
     WHERE (location_id = ANY($1::text[]) OR company_id = $2::text) AND since <= ${timeOf('$3')}`,
    [from.locations, from.locations.length === 0 ? (from.companyId ?? null) : null, from.at],
  );
}

/** How many steps wait. */
export async function countWaits(queryable: Queryable): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM relay.wait',
  );
  return row?.count ?? 0;
}
