import type { Database } from '../../relay/store/database.ts';
import { kilobytes, type Fact } from '../figures.ts';
import type { Backend } from './backends.ts';
import { CONNECTIONS, nextRun, ONE, type Bed } from './bed.ts';

/** What the database holds and has done, in bytes and in numbers. */
interface Reading {
  /** Payloads and queue: tables, indexes and what belongs to them. */
  waiting: number;
  /** What stays to recognise repeats: keys for three days, and hashes of conversations. */
  seen: number;
  writes: number;
  log: number;
  /** How often the write-ahead log was forced to the disk. */
  syncs: number;
}

/** Bytes and work for an event. */
export interface Disk {
  events: number;
  payload: number;
  stored: number;
  afterDeletion: number;
  seen: number;
  storing: { transactions: number; log: number; syncs: number };
  delivering: { transactions: number; log: number; syncs: number };
}

const FILL_SECONDS = 30;

/** What an event takes on the disk while it waits, and what is left of it. */
export async function measureDisk(bed: Bed, events: number): Promise<Disk> {
  const { generator, target } = bed.tools;
  await bed.subscribe(ONE);
  await target.forget();
  await target.behave({ kind: 'refuse' });
  const empty = await readBetween(bed);
  await bed.startRelay();
  const payload = await generator.prepare(nextRun(), events, ONE);
  const { accepted } = await generator.flood(bed.urls, CONNECTIONS, FILL_SECONDS);
  const full = await readBetween(bed);
  await target.behave({ kind: 'answer' });
  await bed.startRelay();
  await target.waitFor(accepted);
  await bed.settle();
  const after = await readBetween(bed);
  const each = (value: number): number => value / accepted;
  const between = (one: Reading, other: Reading) => ({
    transactions: each(other.writes - one.writes),
    log: each(other.log - one.log),
    syncs: each(other.syncs - one.syncs),
  });
  return {
    events: accepted,
    payload,
    stored: each(full.waiting - empty.waiting),
    afterDeletion: each(after.waiting - empty.waiting),
    seen: each(after.seen - empty.seen),
    storing: between(empty, full),
    delivering: between(full, after),
  };
}

/** Reads while no relay runs: PGlite's files belong to one process. */
async function readBetween(bed: Bed): Promise<Reading> {
  await bed.stopRelays();
  const database = await bed.database.open();
  try {
    return await read(database);
  } finally {
    await database.close();
  }
}

async function read(database: Database): Promise<Reading> {
  // Autovacuum does this within a minute; on PGlite the relay itself.
  await database.query('VACUUM ANALYZE');
  const [row] = await database.query<Reading>(
    `SELECT
       (SELECT sum(pg_total_relation_size(class.oid))::double precision
        FROM pg_class AS class JOIN pg_namespace AS space ON space.oid = class.relnamespace
        WHERE class.relkind = 'r'
          AND (space.nspname = 'pgboss' OR class.oid = 'relay.event'::regclass)) AS waiting,
       (pg_total_relation_size('relay.seen_event')
        + pg_total_relation_size('relay.conversation'))::double precision AS seen,
       pg_snapshot_xmax(pg_current_snapshot())::text::double precision AS writes,
       (pg_current_wal_lsn() - '0/0'::pg_lsn)::double precision AS log,
       (SELECT coalesce(sum(fsyncs), 0)::double precision
        FROM pg_stat_io WHERE object = 'wal') AS syncs`,
  );
  if (!row) throw new Error('The database gave no sizes.');
  return row;
}

/** Left of an event that was delivered. */
const NEAR_NOTHING = 0.05;

export function diskFacts({ name }: Backend, disk: Disk): Fact[] {
  const { events, payload, stored, afterDeletion, seen, storing, delivering } = disk;
  const work = (words: string, { transactions, log, syncs }: Disk['storing']): string =>
    `${words}: ${transactions.toFixed(3)} transactions, ${syncs.toFixed(3)} forced writes, ${kilobytes(log)} of log`;
  return [
    {
      part: 'relay',
      measure: `${name}: disk for an event that waits, of ${events.toLocaleString('en')}`,
      value: `${kilobytes(stored)} for a payload of ${kilobytes(payload)}`,
    },
    {
      part: 'relay',
      measure: `${name}: disk for the same event after its delivery`,
      value: `${Math.max(0, afterDeletion).toFixed(0)} bytes, and ${seen.toFixed(0)} bytes to recognise a repeat (three days) and its conversation`,
      target: 'at most 5 % of what it was, without the latter',
      holds: afterDeletion <= stored * NEAR_NOTHING,
    },
    {
      part: 'relay',
      measure: `${name}: work of the database for an event`,
      value: `${work('stored', storing)}; ${work('delivered', delivering)}`,
    },
  ];
}
