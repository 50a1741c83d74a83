import type { Database } from '../../relay/store/database.ts';
import { kilobytes, type Fact } from '../figures.ts';
import type { Backend } from './backends.ts';
import { CONNECTIONS, nextRun, ONE, type Bed } from './bed.ts';

/** What the database holds and has done, in bytes and in numbers. */
interface Reading {
  /** Payloads and queue: tables with what belongs to them. */
  rows: number;
  /** The indexes of these. */
  indexes: number;
  /** What stays to recognise repeats: keys for three days, and hashes of conversations. */
  seen: number;
  writes: number;
  log: number;
  /** How often the write-ahead log was forced to the disk. */
  syncs: number;
}

/** What an event has the database do. */
interface Work {
  transactions: number;
  log: number;
  syncs: number;
}

/** Bytes and work for an event. */
export interface Disk {
  events: number;
  payload: number;
  stored: number;
  /** Left of it in tables and in indexes, after each time that so many events came and went. */
  rowsLeft: number[];
  indexesLeft: number[];
  seen: number;
  storing: Work;
  delivering: Work;
}

const FILL_SECONDS = 30;

/**
 * What an event takes on the disk while it waits, and what is left of it.
 *
 * @param times how often the events come and go
 */
export async function measureDisk(bed: Bed, events: number, times: number): Promise<Disk> {
  const { generator, target } = bed.tools;
  await bed.subscribe(ONE);
  const empty = await readBetween(bed);
  const found: Disk[] = [];
  for (let time = 0; time < times; time += 1) {
    const before = time === 0 ? empty : await readBetween(bed);
    await target.forget();
    await target.behave({ kind: 'refuse' });
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
    found.push({
      events: accepted,
      payload,
      stored: each(full.rows + full.indexes - empty.rows - empty.indexes),
      rowsLeft: [each(after.rows - empty.rows)],
      indexesLeft: [each(after.indexes - empty.indexes)],
      seen: each(after.seen - before.seen),
      storing: workBetween(before, full, accepted),
      delivering: workBetween(full, after, accepted),
    });
  }
  const [first] = found;
  if (!first) throw new Error('Nothing was measured.');
  return {
    ...first,
    rowsLeft: found.flatMap(({ rowsLeft }) => rowsLeft),
    indexesLeft: found.flatMap(({ indexesLeft }) => indexesLeft),
  };
}

function workBetween(before: Reading, after: Reading, events: number): Work {
  return {
    transactions: (after.writes - before.writes) / events,
    log: (after.log - before.log) / events,
    syncs: (after.syncs - before.syncs) / events,
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
    `WITH waiting AS (
       SELECT class.oid FROM pg_class AS class
       JOIN pg_namespace AS space ON space.oid = class.relnamespace
       WHERE class.relkind = 'r' AND space.nspname = 'pgboss' OR class.oid = 'relay.event'::regclass
     )
     SELECT
       (SELECT sum(pg_table_size(oid))::double precision FROM waiting) AS rows,
       (SELECT sum(pg_indexes_size(oid))::double precision FROM waiting) AS indexes,
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

/** The part of an event's disk that may be left in tables. */
const NEAR_NOTHING = 0.05;
/** The free pages of an index are used again after the second time. */
const GROWTH = 1.1;

export function diskFacts({ name }: Backend, disk: Disk): Fact[] {
  const { events, payload, stored, rowsLeft, indexesLeft, seen, storing, delivering } = disk;
  const syncs = (work: Work): string =>
    name === 'PGlite' ? '' : `, ${work.syncs.toFixed(3)} forced writes`;
  const words = (what: string, work: Work): string =>
    `${what}: ${work.transactions.toFixed(3)} transactions${syncs(work)}, ${kilobytes(work.log)} of log`;
  const [second, last] = [indexesLeft[1], indexesLeft.at(-1)];
  const isReused = second === undefined || last === undefined || last <= second * GROWTH;
  return [
    {
      part: 'relay',
      measure: `${name}: disk for an event that waits, of ${events.toLocaleString('en')}`,
      value: `${kilobytes(stored)} for a payload of ${kilobytes(payload)}`,
    },
    {
      part: 'relay',
      measure: `${name}: left on the disk of each such event after its delivery, each time as many came`,
      value: `${bytes(rowsLeft)} in tables, ${bytes(indexesLeft)} in indexes, whose pages the next events use`,
      target: 'tables empty (at most 5 %); indexes grow no more after the second time',
      holds: Math.max(...rowsLeft) <= stored * NEAR_NOTHING && isReused,
    },
    {
      part: 'relay',
      measure: `${name}: kept for each event to recognize a repeat (three days) and its conversation`,
      value: bytes([seen]),
    },
    {
      part: 'relay',
      measure: `${name}: work of the database for an event`,
      value: `${words('stored', storing)}; ${words('delivered', delivering)}`,
    },
  ];
}

function bytes(values: readonly number[]): string {
  return `${values.map((value) => Math.max(0, value).toFixed(0)).join(', ')} bytes`;
}
