import type { Keyring } from '../encryption.ts';
import { hashedId } from '../identifiers.ts';
import type { Database, Queryable } from './database.ts';
import { dropDeliveries } from './deliveries.ts';
import { endDeliveries } from './events.ts';

/** Who asked for which event, and where it goes. */
export interface NewSubscription {
  id: string;
  locationId: string;
  companyId: string | undefined;
  event: string;
  targetUrl: string;
  /** The Standard Webhooks secret: it signs the deliveries and ends the subscription. */
  secret: string;
}

/** A subscription as the delivery needs it. */
export interface StoredSubscription {
  targetUrl: string;
  secret: string;
}

/** A subscription that an event matches. */
export interface Match {
  id: string;
  location_id: string;
  event: string;
}

interface SealedRow {
  id: string;
  /** In base64. */
  target: string;
  key_id: string | null;
}

/**
 * Stores a subscription. The same target for the same event of the same location replaces the one
 * before it: a subscriber that repeats its call gets each event once.
 *
 * @returns false when the location has `most` subscriptions already.
 */
export async function insertSubscription(
  transaction: Queryable,
  keyring: Keyring,
  subscription: NewSubscription,
  most: number,
): Promise<boolean> {
  const { id, locationId, event, targetUrl } = subscription;
  const targetHash = hashedId(targetUrl);
  const replaced = await transaction.query<{ id: string }>(
    `DELETE FROM relay.subscription
     WHERE location_id = $1::text AND event = $2::text AND target_hash = $3::uuid RETURNING id`,
    [locationId, event, targetHash],
  );
  await dropDeliveriesOf(
    transaction,
    replaced.map((row) => row.id),
  );
  const [present] = await transaction.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM relay.subscription WHERE location_id = $1::text',
    [locationId],
  );
  if ((present?.count ?? 0) >= most) return false;
  const sealed = seal(keyring, subscription);
  await transaction.query(
    `INSERT INTO relay.subscription
       (id, location_id, company_id, event, target_hash, target_host, target, key_id)
     VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::uuid, $6::text,
             decode($7::text, 'base64'), $8::text)
     ON CONFLICT (location_id, event, target_hash) DO UPDATE
       SET id = excluded.id, target = excluded.target, key_id = excluded.key_id`,
    [
      id,
      locationId,
      subscription.companyId ?? null,
      event,
      targetHash,
      new URL(targetUrl).host,
      sealed.bytes.toString('base64'),
      sealed.keyId,
    ],
  );
  return true;
}

/** Finds who asked for any of these events of any of these locations. */
export function matchSubscriptions(
  database: Queryable,
  locations: readonly string[],
  events: readonly string[],
): Promise<Match[]> {
  return database.query<Match>(
    `SELECT id, location_id, event FROM relay.subscription
     WHERE location_id = ANY($1::text[]) AND event = ANY($2::text[])`,
    [locations, events],
  );
}

/**
 * Reads subscriptions for delivery. One that is gone is missing in the answer.
 *
 * @param opened those read before, by id: a row never changes, so they are not decrypted again.
 */
export async function readSubscriptions<T>(
  database: Queryable,
  keyring: Keyring,
  ids: readonly string[],
  opened: (id: string, open: () => StoredSubscription) => T,
): Promise<Map<string, T>> {
  const rows = await database.query<SealedRow>(
    `SELECT id, encode(target, 'base64') AS target, key_id FROM relay.subscription
     WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, opened(row.id, () => open(keyring, row))]));
}

/** Reads one subscription, undefined when there is none. */
export async function readSubscription(
  database: Queryable,
  keyring: Keyring,
  id: string,
): Promise<StoredSubscription | undefined> {
  const found = await readSubscriptions(database, keyring, [id], (_id, open) => open());
  return found.get(id);
}

/** Removes subscriptions with everything that waits to be delivered to them. */
export async function removeSubscriptions(
  transaction: Queryable,
  ids: readonly string[],
): Promise<void> {
  const removed = await transaction.query<{ id: string }>(
    'DELETE FROM relay.subscription WHERE id = ANY($1::uuid[]) RETURNING id',
    [ids],
  );
  await dropDeliveriesOf(
    transaction,
    removed.map(({ id }) => id),
  );
}

/**
 * Removes the subscriptions of locations, or of an agency's locations, where the app is uninstalled.
 *
 * @param before milliseconds since 1970: subscriptions made later stay, so that the repeat of an old
 *   event does not end what was set up after the app was installed again.
 * @returns how many there were.
 */
export async function removeUninstalled(
  transaction: Queryable,
  from: { locations: readonly string[]; companyId: string | undefined; before: number },
): Promise<number> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT id FROM relay.subscription
     WHERE (location_id = ANY($1::text[]) OR company_id = $2::text)
       AND created_at <= to_timestamp($3::double precision)`,
    [
      from.locations,
      from.locations.length === 0 ? (from.companyId ?? null) : null,
      from.before / 1000,
    ],
  );
  const ids = rows.map(({ id }) => id);
  await removeSubscriptions(transaction, ids);
  return ids.length;
}

/** The keys that subscriptions are sealed with, null for none. */
export async function keysInUse(database: Queryable): Promise<(string | null)[]> {
  const rows = await database.query<{ key_id: string | null }>(
    `SELECT DISTINCT key_id FROM relay.subscription
     UNION SELECT DISTINCT key_id FROM relay.setting`,
  );
  return rows.map(({ key_id }) => key_id);
}

/** Before every other id. */
const NO_ID = '00000000-0000-0000-0000-000000000000';
const RESEALED_AT_ONCE = 500;

/**
 * Seals with the current key what has another or none.
 *
 * @param onUnreadable told of a subscription that cannot be opened, and why; it stays as it is.
 */
export async function resealSubscriptions(
  database: Database,
  keyring: Keyring,
  onUnreadable: (id: string, error: unknown) => void,
): Promise<void> {
  let last: string | undefined = NO_ID;
  while (last !== undefined) {
    const after: string = last;
    last = await database.transaction(async (transaction) => {
      const rows = await transaction.query<SealedRow>(
        `SELECT id, encode(target, 'base64') AS target, key_id FROM relay.subscription
         WHERE key_id IS DISTINCT FROM $1::text AND id > $2::uuid
         ORDER BY id LIMIT ${RESEALED_AT_ONCE} FOR UPDATE`,
        [keyring.currentKeyId, after],
      );
      for (const row of rows) {
        let subscription: StoredSubscription;
        try {
          subscription = open(keyring, row);
        } catch (error) {
          onUnreadable(row.id, error);
          continue;
        }
        const { bytes, keyId } = seal(keyring, { id: row.id, ...subscription });
        await transaction.query(
          `UPDATE relay.subscription SET target = decode($2::text, 'base64'), key_id = $3::text
           WHERE id = $1::uuid`,
          [row.id, bytes.toString('base64'), keyId],
        );
      }
      return rows.at(-1)?.id;
    });
  }
}

async function dropDeliveriesOf(transaction: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await endDeliveries(transaction, await dropDeliveries(transaction, ids));
}

function seal(
  keyring: Keyring,
  { id, targetUrl, secret }: StoredSubscription & { id: string },
): ReturnType<Keyring['seal']> {
  return keyring.seal(Buffer.from(`${secret} ${targetUrl}`), id);
}

function open(keyring: Keyring, row: SealedRow): StoredSubscription {
  const bytes = Buffer.from(row.target, 'base64');
  const text = keyring.open({ bytes, keyId: row.key_id }, row.id).toString();
  const space = text.indexOf(' ');
  return { secret: text.slice(0, space), targetUrl: text.slice(space + 1) };
}
