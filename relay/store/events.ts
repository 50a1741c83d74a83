import { randomBytes } from 'node:crypto';

import type { Keyring } from '../encryption.ts';
import { newId } from '../identifiers.ts';
import { messageOf } from '../problem.ts';
import type { Database, Queryable, Statement } from './database.ts';
import { sendInTurn } from './transaction.ts';

/** A repeat of an event is recognized this long. HighLevel sends an event up to 12 times, with growing waits. */
const SEEN_FOR = '3 days';

/** An event to store because somebody subscribed to it. */
export interface NewEvent {
  id: string;
  contentType: string;
  body: Buffer;
  /** How many deliveries it needs: it is deleted with the last. */
  deliveries: number;
}

/** An event as it is delivered. */
export interface StoredEvent {
  contentType: string;
  body: Buffer;
}

/** How many deliveries of an event have ended. */
export interface EndedDeliveries {
  event: string;
  /** Whether the event has more deliveries than one. */
  shared: boolean;
}

/**
 * Marks events and conversations as seen. The unique keys decide, within the transaction of the
 * batch: a repeat that arrives at another relay at the same moment waits for it and then loses.
 *
 * @returns the keys of the events that were new, and the hashes of the conversations that were.
 */
export async function markSeen(
  transaction: Queryable,
  keys: readonly string[],
  conversations: readonly string[],
): Promise<{ events: Set<string>; conversations: Set<string> }> {
  // In one order everywhere, so that two relays with the same keys do not lock each other out.
  const [row] = await transaction.query<{ events: string[]; conversations: string[] }>(
    `WITH fresh AS (
       INSERT INTO relay.seen_event (key) SELECT unnest($1::uuid[])
       ON CONFLICT DO NOTHING RETURNING key
     ), opened AS (
       INSERT INTO relay.conversation (hash) SELECT unnest($2::uuid[])
       ON CONFLICT DO NOTHING RETURNING hash
     )
     SELECT ARRAY(SELECT key::text FROM fresh) AS events,
            ARRAY(SELECT hash::text FROM opened) AS conversations`,
    [[...keys].sort(), [...conversations].sort()],
  );
  return { events: new Set(row?.events), conversations: new Set(row?.conversations) };
}

/** Takes back what {@link markSeen} did, in the same transaction: what comes again is new. */
export async function unmarkSeen(
  transaction: Queryable,
  keys: ReadonlySet<string>,
  conversations: ReadonlySet<string>,
): Promise<void> {
  await transaction.query(
    `WITH events AS (DELETE FROM relay.seen_event WHERE key = ANY($1::uuid[]))
     DELETE FROM relay.conversation WHERE hash = ANY($2::uuid[])`,
    [[...keys], [...conversations]],
  );
}

/**
 * Stores a batch of events by one statement. The bodies travel as one run of bytes that the
 * database cuts up, and in base64, which both sides read faster than hexadecimal.
 */
export async function insertEvents(
  transaction: Queryable,
  keyring: Keyring,
  events: readonly NewEvent[],
): Promise<void> {
  const bodies = events.map(({ id, body }) => keyring.seal(body, id).bytes);
  const starts: number[] = [];
  let end = 0;
  for (const body of bodies) {
    starts.push(end + 1);
    end += body.length;
  }
  await transaction.query(
    `INSERT INTO relay.event (id, content_type, body, key_id, deliveries)
     SELECT id, content_type, substring(bodies FROM start FOR length), $2::text, deliveries
     FROM decode($1::text, 'base64') AS bodies, unnest($3::uuid[], $4::text[], $5::integer[], $6::integer[], $7::integer[])
       AS batch (id, content_type, start, length, deliveries)`,
    [
      Buffer.concat(bodies, end).toString('base64'),
      keyring.currentKeyId,
      events.map(({ id }) => id),
      events.map(({ contentType }) => contentType),
      starts,
      bodies.map(({ length }) => length),
      events.map(({ deliveries }) => deliveries),
    ],
  );
}

/**
 * Stores an event of this size like any other, and removes it again.
 *
 * @throws whatever the database says when it could not be stored.
 */
export async function tryToStore(
  database: Database,
  keyring: Keyring,
  bytes: number,
): Promise<void> {
  const id = newId();
  await database.transaction(async (transaction) => {
    await markSeen(transaction, [id], []);
    const body = randomBytes(bytes);
    await insertEvents(transaction, keyring, [
      { id, contentType: 'application/octet-stream', body, deliveries: 1 },
    ]);
    await transaction.query('DELETE FROM relay.event WHERE id = $1::uuid', [id]);
    await transaction.query('DELETE FROM relay.seen_event WHERE key = $1::uuid', [id]);
  });
}

/** What {@link readEvents} found. An event that is gone is nowhere in it. */
export interface FoundEvents {
  events: Map<string, StoredEvent>;
  /** Why an event cannot be read, a sentence. */
  unreadable: Map<string, string>;
  /** Those that are there, but were not read because of their size. */
  unread: Set<string>;
}

/**
 * Reads events for delivery.
 *
 * @param mostBytes of payloads, above which no more are read; the first is read in any case.
 */
export async function readEvents(
  database: Queryable,
  keyring: Keyring,
  ids: readonly string[],
  mostBytes: number,
): Promise<FoundEvents> {
  const rows = await database.query<{
    id: string;
    content_type: string;
    body: string | null;
    key_id: string | null;
  }>(
    `SELECT id, content_type, key_id,
            CASE WHEN before < $2::bigint OR before = 0 THEN encode(body, 'base64') END AS body
     FROM (SELECT id, content_type, key_id, body,
                  sum(octet_length(body)) OVER (ORDER BY id) - octet_length(body) AS before
           FROM relay.event WHERE id = ANY($1::uuid[])) AS wanted`,
    [ids, mostBytes],
  );
  const found: FoundEvents = { events: new Map(), unreadable: new Map(), unread: new Set() };
  for (const { id, content_type: contentType, body, key_id: keyId } of rows) {
    if (body === null) {
      found.unread.add(id);
      continue;
    }
    try {
      const opened = keyring.open({ bytes: Buffer.from(body, 'base64'), keyId }, id);
      found.events.set(id, { contentType, body: opened });
    } catch (error) {
      found.unreadable.set(id, `The payload cannot be read: ${messageOf(error)}.`);
    }
  }
  return found;
}

/** How many payloads are looked at for {@link payloadKeys}, from each end of the line. */
const MOST_LOOKED_AT = 10_000;

/**
 * The ids of the keys that stored payloads are sealed with. Keys change with time, so the oldest and
 * the newest payloads tell of all of them; a long line is not read whole.
 */
export async function payloadKeys(database: Queryable): Promise<string[]> {
  const rows = await database.query<{ key_id: string }>(
    `SELECT DISTINCT key_id FROM (
       (SELECT key_id FROM relay.event ORDER BY id LIMIT $1::integer)
       UNION ALL (SELECT key_id FROM relay.event ORDER BY id DESC LIMIT $1::integer)
     ) AS payload WHERE key_id IS NOT NULL`,
    [MOST_LOOKED_AT],
  );
  return rows.map((row) => row.key_id);
}

/**
 * What counts ended deliveries and deletes the events that have none left. An event with one delivery
 * is deleted straight away; the others are locked first, in one order, then counted down.
 */
export function endingDeliveries(ended: readonly EndedDeliveries[]): Statement[] {
  const statements: Statement[] = [];
  const add = (text: string, values: readonly unknown[]): void => {
    statements.push((queryable) => queryable.query(text, values));
  };
  const single = ended.filter(({ shared }) => !shared).map(({ event }) => event);
  if (single.length > 0) add('DELETE FROM relay.event WHERE id = ANY($1::uuid[])', [single]);
  const counts = new Map<string, number>();
  for (const { event, shared } of ended) {
    if (shared) counts.set(event, (counts.get(event) ?? 0) + 1);
  }
  if (counts.size === 0) return statements;
  const ids = [...counts.keys()];
  add('SELECT FROM relay.event WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
  for (const count of new Set(counts.values())) {
    add('UPDATE relay.event SET deliveries = deliveries - $2::integer WHERE id = ANY($1::uuid[])', [
      ids.filter((id) => counts.get(id) === count),
      count,
    ]);
  }
  add('DELETE FROM relay.event WHERE id = ANY($1::uuid[]) AND deliveries <= 0', [ids]);
  return statements;
}

/** Counts ended deliveries, see {@link endingDeliveries}. */
export async function endDeliveries(
  transaction: Queryable,
  ended: readonly EndedDeliveries[],
): Promise<void> {
  await sendInTurn(transaction, endingDeliveries(ended));
}

/** Keeps the keys of events for good: one that comes again much later is a repeat all the same. */
export async function neverForget(transaction: Queryable, keys: readonly string[]): Promise<void> {
  await transaction.query(
    "UPDATE relay.seen_event SET seen_at = 'infinity' WHERE key = ANY($1::uuid[])",
    [keys],
  );
}

/** Forgets the keys of events that will not be repeated any longer, some thousands at a time. */
export async function forgetSeenEvents(database: Queryable): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `WITH old AS (
       SELECT key FROM relay.seen_event WHERE seen_at < now() - interval '${SEEN_FOR}' LIMIT 5000
     ), forgotten AS (
       DELETE FROM relay.seen_event WHERE key IN (SELECT key FROM old) RETURNING key
     )
     SELECT count(*)::integer AS count FROM forgotten`,
  );
  return row?.count ?? 0;
}
