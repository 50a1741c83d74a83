import type { Database } from './database.ts';

/** Deleted rows that are left for the next time. */
const FEW_DEAD_ROWS = 5000;
/** Write-ahead log that is left for the next time. */
const LITTLE_WAL_BYTES = 64 * 1024 * 1024;

/**
 * What PostgreSQL's background processes do and PGlite has none for: gives the space of deleted rows
 * back to their tables, and cuts off the write-ahead log.
 */
export async function tidyPGlite(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
     WHERE n_dead_tup >= $1::bigint`,
    [FEW_DEAD_ROWS],
  );
  for (const { name } of tables) await database.query(`VACUUM ANALYZE ${name}`);
  const [wal] = await database.query<{ bytes: number }>(
    `SELECT (pg_current_wal_lsn() - redo_lsn)::double precision AS bytes FROM pg_control_checkpoint()`,
  );
  if ((wal?.bytes ?? 0) >= LITTLE_WAL_BYTES) await database.query('CHECKPOINT');
}
