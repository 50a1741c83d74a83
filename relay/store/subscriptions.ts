import type { Keyring } from '../encryption.ts';
import { STEP_RESUMED } from '../event-names.ts';
import { hashedId } from '../identifiers.ts';
import { AGENCY, nameOfOwner, ownerNamed, type Owner } from '../owner.ts';
import type { Database, Queryable } from './database.ts';
import { dropDeliveries } from './deliveries.ts';
import { endDeliveries } from './events.ts';
import { lockOwner } from './owners.ts';
import { openSealed, SEALED, sealTarget, type SealedRow, type Target } from './sealed_target.ts';
import { millisecondsOf, timeOf } from './times.ts';

/** Who asked for which event, and where it goes. */
export interface NewSubscription {
  /** The subscriber's own id for it; a new one each time it subscribes. */
  publicId: string;
  owner: Owner;
  /** The agency of a sub-account, where HighLevel says so. */
  companyId: string | undefined;
  event: string;
  targetUrl: string;
  /** The Standard Webhooks secret: it signs the deliveries and ends the subscription. */
  secret: string;
  proof: ProofTimes;
}

/** How long a proof that a subscriber may have its events counts. All in milliseconds since 1970. */
export interface ProofTimes {
  /** When HighLevel was asked. */
  at: number;
  /** From when on nothing is delivered until it is proved again. */
  until: number;
  /** When the subscriber is to be asked to prove it again. */
  askAt: number;
}

/** A subscription as the delivery needs it: a second secret is that of before it subscribed again. */
export type StoredSubscription = Target;

/** What may change of a subscription. */
export interface Standing {
  /** The subscriber's own id for it. Target and secrets change with it. */
  publicId: string;
  /** From when on nothing may be delivered (milliseconds since 1970). */
  provedUntil: number;
}

/** A subscription that the events of a location match. */
export interface Match extends Standing {
  id: string;
  /** Whose it is, by name: the location, or its agency. */
  owner: string;
  location_id: string;
  /** The agency whose subscription it is, null for the location's own. */
  agency: string | null;
  /** The agency of the location, where that is known. */
  company: string | null;
  event: string;
}

const STANDING = `public_id AS "publicId", ${millisecondsOf('proved_until')} AS "provedUntil"`;

/**
 * Stores a subscription. The same target for the same event of the same owner is the same
 * subscription: a subscriber that repeats its call gets each event once, and nothing that waits for
 * it is lost. Deliveries are then signed with the new secret and the one before, since it may learn
 * the new one only after some of them have arrived.
 *
 * @returns the subscription's own id, which stays; undefined when the owner has `most` already.
 */
export async function insertSubscription(
  transaction: Queryable,
  keyring: Keyring,
  subscription: NewSubscription,
  most: number,
): Promise<string | undefined> {
  const { publicId, event, targetUrl, secret, proof } = subscription;
  const owner = nameOfOwner(subscription.owner);
  const targetHash = hashedId(targetUrl);
  // One at a time for each owner: parallel ones would not see each other.
  await lockOwner(transaction, owner);
  const [known] = await transaction.query<SealedRow>(
    `SELECT ${SEALED} FROM relay.subscription
     WHERE location_id = $1::text AND event = $2::text AND target_hash = $3::uuid FOR UPDATE`,
    [owner, event, targetHash],
  );
  if (known === undefined) {
    const [present] = await transaction.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM relay.subscription
       WHERE location_id = $1::text AND event <> $2::text`,
      [owner, STEP_RESUMED],
    );
    if ((present?.count ?? 0) >= most) return undefined;
  }
  const id = known?.id ?? publicId;
  const before = known && secretOf(keyring, known);
  const secrets = before === undefined ? [secret] : [secret, before];
  const sealed = sealTarget(keyring, { id, targetUrl, secrets });
  await transaction.query(
    `INSERT INTO relay.subscription
       (id, public_id, location_id, company_id, event, target_hash, target_host, target, key_id,
        proved_at, proved_until, ask_at)
     VALUES ($1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::uuid, $7::text,
             decode($8::text, 'base64'), $9::text, ${timeOf('$10')}, ${timeOf('$11')}, ${timeOf('$12')})
     ON CONFLICT (location_id, event, target_hash) DO UPDATE
       SET public_id = excluded.public_id, company_id = excluded.company_id,
           target = excluded.target, key_id = excluded.key_id, proved_at = excluded.proved_at,
           proved_until = excluded.proved_until, ask_at = excluded.ask_at,
           asked_days = 0, asked_day_at = NULL`,
    [
      id,
      publicId,
      owner,
      subscription.companyId ?? null,
      event,
      targetHash,
      new URL(targetUrl).host,
      sealed.bytes.toString('base64'),
      sealed.keyId,
      proof.at,
      proof.until,
      proof.askAt,
    ],
  );
  return id;
}

/** A subscription's secret, undefined where it cannot be read: who subscribes again mends that. */
function secretOf(keyring: Keyring, row: SealedRow): string | undefined {
  try {
    return openSealed(keyring, row).secrets[0];
  } catch {
    return undefined;
  }
}

const MATCHED_BY_NAME = `
  SELECT id, location_id AS owner, location_id, NULL AS agency, company_id AS company, event,
         ${STANDING}
  FROM relay.subscription
  WHERE location_id = ANY($1::text[]) AND event = ANY($2::text[])`;
const MATCHED_BY_AGENCY = `
  own.id, own.location_id AS owner, known.location_id, known.company_id AS agency,
  known.company_id AS company, event, ${STANDING}
  FROM relay.agency_location AS known
  JOIN relay.subscription AS own ON own.location_id = '${AGENCY}' || known.company_id
  WHERE known.location_id = ANY($1::text[]) AND known.installed AND event = ANY($2::text[])`;

/**
 * Finds who asked for any of these events of any of these locations: by name, or as those of their
 * agency.
 */
export function matchSubscriptions(
  database: Queryable,
  locations: readonly string[],
  events: readonly string[],
): Promise<Match[]> {
  return database.query<Match>(`${MATCHED_BY_NAME} UNION ALL SELECT ${MATCHED_BY_AGENCY}`, [
    locations,
    events,
  ]);
}

/**
 * The same for one event that belongs to all of these locations: each subscription once, and no more of
 * them than `most`, those of agencies first.
 */
export function matchOneEvent(
  database: Queryable,
  locations: readonly string[],
  events: readonly string[],
  most: number,
): Promise<Match[]> {
  return database.query<Match>(
    `(SELECT DISTINCT ON (own.id) ${MATCHED_BY_AGENCY}) UNION ALL ${MATCHED_BY_NAME}
     LIMIT $3::integer`,
    [locations, events, most],
  );
}

/**
 * Reads subscriptions for delivery. One that is gone is missing in the answer.
 *
 * @param opened what was read before: target and secrets change only with the public id, so that
 *   they need not be decrypted again.
 */
export async function readSubscriptions<T>(
  database: Queryable,
  keyring: Keyring,
  ids: readonly string[],
  opened: (id: string, standing: Standing, open: () => StoredSubscription) => T,
): Promise<Map<string, T>> {
  const rows = await database.query<SealedRow & Standing>(
    `SELECT ${SEALED}, ${STANDING} FROM relay.subscription WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, opened(row.id, row, () => openSealed(keyring, row))]));
}

/** A subscription as its subscriber refers to it. */
export interface ReferredSubscription {
  id: string;
  owner: Owner;
  event: string;
  secret: string;
}

/** Reads the subscription with a subscriber's id, undefined when there is none. */
export async function findSubscription(
  database: Queryable,
  keyring: Keyring,
  publicId: string,
): Promise<ReferredSubscription | undefined> {
  const [row] = await database.query<SealedRow & { location_id: string; event: string }>(
    `SELECT ${SEALED}, location_id, event FROM relay.subscription WHERE public_id = $1::uuid`,
    [publicId],
  );
  if (!row) return undefined;
  const [secret = ''] = openSealed(keyring, row).secrets;
  return { id: row.id, owner: ownerNamed(row.location_id), event: row.event, secret };
}

/** Removes subscriptions, by their public ids, with everything that waits to be delivered to them. */
export async function removeSubscriptions(
  transaction: Queryable,
  publicIds: readonly string[],
): Promise<void> {
  const removed = await transaction.query<{ id: string }>(
    'DELETE FROM relay.subscription WHERE public_id = ANY($1::uuid[]) RETURNING id',
    [publicIds],
  );
  await dropDeliveriesOf(transaction, removed);
}

/**
 * Removes the subscriptions of locations, or of an agency's locations, where the app is uninstalled.
 * One that was proved after that stays: the event is an old one that comes late or again. Where
 * clocks differ, one too many may stay; it gets no events, and its next proof fails.
 *
 * @param at when it was uninstalled, in milliseconds since 1970.
 * @returns how many were removed.
 */
export async function removeUninstalled(
  transaction: Queryable,
  from: { locations: readonly string[]; companyId: string | undefined; at: number },
): Promise<number> {
  const removed = await transaction.query<{ id: string }>(
    `DELETE FROM relay.subscription
     WHERE (location_id = ANY($1::text[]) OR company_id = $2::text)
       AND proved_at <= ${timeOf('$3')} RETURNING id`,
    [from.locations, from.locations.length === 0 ? (from.companyId ?? null) : null, from.at],
  );
  await dropDeliveriesOf(transaction, removed);
  return removed.length;
}

/** The keys that subscriptions are sealed with, null for none. */
export async function keysInUse(database: Queryable): Promise<(string | null)[]> {
  const rows = await database.query<{ key_id: string | null }>(
    `SELECT DISTINCT key_id FROM relay.subscription
     UNION SELECT DISTINCT key_id FROM relay.wait
     UNION SELECT DISTINCT key_id FROM relay.setting`,
  );
  return rows.map(({ key_id }) => key_id);
}

/** Before every other id. */
const NO_ID = '00000000-0000-0000-0000-000000000000';
const RESEALED_AT_ONCE = 500;

/**
 * Seals with the current key the targets that have another or none, of subscriptions and of waits.
 *
 * @param onUnreadable told of one that cannot be opened, and why; it stays as it is.
 */
export async function resealTargets(
  database: Database,
  keyring: Keyring,
  onUnreadable: (id: string, error: unknown) => void,
): Promise<void> {
  for (const table of ['relay.subscription', 'relay.wait'] as const) {
    await resealTable(database, keyring, table, onUnreadable);
  }
}

async function resealTable(
  database: Database,
  keyring: Keyring,
  table: 'relay.subscription' | 'relay.wait',
  onUnreadable: (id: string, error: unknown) => void,
): Promise<void> {
  let last: string | undefined = NO_ID;
  while (last !== undefined) {
    const after: string = last;
    last = await database.transaction(async (transaction) => {
      const rows = await transaction.query<SealedRow>(
        `SELECT ${SEALED} FROM ${table}
         WHERE key_id IS DISTINCT FROM $1::text AND id > $2::uuid
         ORDER BY id LIMIT ${RESEALED_AT_ONCE} FOR UPDATE`,
        [keyring.currentKeyId, after],
      );
      for (const row of rows) {
        let subscription: StoredSubscription;
        try {
          subscription = openSealed(keyring, row);
        } catch (error) {
          onUnreadable(row.id, error);
          continue;
        }
        const { bytes, keyId } = sealTarget(keyring, { id: row.id, ...subscription });
        await transaction.query(
          `UPDATE ${table} SET target = decode($2::text, 'base64'), key_id = $3::text
           WHERE id = $1::uuid`,
          [row.id, bytes.toString('base64'), keyId],
        );
      }
      return rows.at(-1)?.id;
    });
  }
}

async function dropDeliveriesOf(
  transaction: Queryable,
  subscriptions: readonly { id: string }[],
): Promise<void> {
  if (subscriptions.length === 0) return;
  const ids = subscriptions.map(({ id }) => id);
  await endDeliveries(transaction, await dropDeliveries(transaction, ids));
}
