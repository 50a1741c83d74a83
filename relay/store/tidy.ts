import type { Database } from './database.ts';

/** The tables whose rows come and go. */
const BUSY_TABLES = [
  'relay.event',
  'relay.dead_letter',
  'relay.seen_event',
  'relay.remembered',
  'pgboss.job',
];
/** What must have been written since the last time, before it is worth the work. */
const WORTH_BYTES = 8 * 1024 * 1024;
/** Write-ahead log that is left for the next time. */
const LITTLE_WAL_BYTES = 64 * 1024 * 1024;

/**
 * Does for PGlite what PostgreSQL's background processes do, because it has none:
 * space of deleted rows goes back to their tables, and the write-ahead log is cut off. Its
 * counts of deleted rows lag behind, so that what was written tells when it is time.
 */
export function pgliteTidier(database: Database): () => Promise<void> {
  let tidiedAt = 0;
  return async () => {
    const [log] = await database.query<{ position: number; kept: number }>(
      `SELECT (pg_current_wal_lsn() - '0/0')::double precision AS position,
              (pg_current_wal_lsn() - redo_lsn)::double precision AS kept
       FROM pg_control_checkpoint()`,
    );
    if (!log || log.position - tidiedAt < WORTH_BYTES) return;
    tidiedAt = log.position;
    for (const table of BUSY_TABLES) await database.query(`VACUUM ANALYZE ${table}`);
    if (log.kept >= LITTLE_WAL_BYTES) await database.query('CHECKPOINT');
  };
}
