import { exitWhenTold } from '../../support/light-lane/exit-when-told.ts';
import { atLaneEnd } from '../../support/light-lane/lane-end.ts';
import type { Database } from '../../../relay/store/database.ts';
import { MOST_PREPARED, PLANNING } from '../../../relay/store/planning.ts';
import { makePGlite, type MakeDatabase, type TestDatabase } from './database.ts';

/** A PGlite that suites of this process use one after the other. */
interface Lent {
  made: TestDatabase;
  database: Database;
  /** What is in it besides rows, as it was at first. */
  shape: string;
  isInUse: boolean;
}

const all: Lent[] = [];

/** The relay's tables, and those of its queue, that hold rows or have held some. */
const WRITTEN = `
  SELECT oid::regclass AS name FROM pg_class
  WHERE relkind = 'r' AND relnamespace IN ('relay'::regnamespace, 'pgboss'::regnamespace)
    AND pg_relation_size(oid) > 0`;

/** Keeps what is in the tables of a database that has not been used. */
const KEEP_ROWS = `
  CREATE SCHEMA kept;
  DO $$ DECLARE written regclass; BEGIN
    FOR written IN ${WRITTEN} LOOP
      EXECUTE format('CREATE TABLE kept.%I AS TABLE %s', written::oid, written);
    END LOOP;
  END $$`;

/** Has the tables as they were then; what was measured of them is forgotten too. */
const RESTORE_ROWS = `
  RESET ALL; ${PLANNING};
  DO $$ DECLARE kept oid; BEGIN
    SET LOCAL session_replication_role = replica;
    EXECUTE (
      SELECT 'TRUNCATE ' || string_agg(name::text, ', ') || ' RESTART IDENTITY CASCADE'
      FROM (${WRITTEN}) AS written
    );
    FOR kept IN SELECT relname::text::oid FROM pg_class WHERE relnamespace = 'kept'::regnamespace LOOP
      EXECUTE format('INSERT INTO %s TABLE kept.%I', kept::regclass, kept);
    END LOOP;
    DELETE FROM pg_statistic WHERE starelid >= 16384;
  END $$;
  CHECKPOINT`;

/** Everything that a statement could have made or removed. */
const SHAPE = `
  SELECT md5(string_agg(made::text, ' ' ORDER BY made::text)) AS shape,
    (SELECT count(*)::integer FROM pg_prepared_statements) AS prepared
  FROM (
    SELECT (attrelid, attnum, atttypid, attnotnull) FROM pg_attribute WHERE attrelid >= 16384
    UNION ALL SELECT (oid, 0, relnamespace, relhastriggers) FROM pg_class WHERE oid >= 16384
    UNION ALL SELECT (oid, 0, pronamespace, false) FROM pg_proc WHERE oid >= 16384
    UNION ALL SELECT (oid, 0, tgrelid, false) FROM pg_trigger
    UNION ALL SELECT (oid, 0, conrelid, false) FROM pg_constraint WHERE oid >= 16384
  ) AS everything(made)`;

/** An empty PGlite: for this process one that it has open, as good as new; for another one a folder. */
export const makeLanePGlite: MakeDatabase = async ({ here } = { here: false }) => {
  if (!here) return makePGlite();
  const lent = (await firstUsable()) ?? (await open());
  lent.isInUse = true;
  return {
    ...lent.made,
    open: () => Promise.resolve({ ...lent.database, close: () => Promise.resolve() }),
    remove: () => {
      lent.isInUse = false;
    },
  };
};

/** Closes those that are open in this process. */
export async function closeLanePGlite(): Promise<void> {
  await Promise.all(all.splice(0).map(close));
}

async function open(): Promise<Lent> {
  exitWhenTold();
  if (all.length === 0) atLaneEnd(closeLanePGlite);
  const made = await makePGlite();
  const database = await made.open();
  await database.query(KEEP_ROWS);
  const { shape } = await look(database);
  const lent = { made, database, shape, isInUse: false };
  all.push(lent);
  return lent;
}

/** One that nobody uses, emptied. Those that cannot be as they were are closed. */
async function firstUsable(): Promise<Lent | undefined> {
  for (const lent of all.filter(({ isInUse }) => !isInUse)) {
    const { shape, prepared } = await look(lent.database);
    if (shape === lent.shape && prepared < MOST_PREPARED / 2) {
      await lent.database.query(RESTORE_ROWS);
      return lent;
    }
    all.splice(all.indexOf(lent), 1);
    await close(lent);
  }
  return undefined;
}

async function look(database: Database): Promise<{ shape: string; prepared: number }> {
  const [row] = await database.query<{ shape: string; prepared: number }>(SHAPE);
  if (row === undefined) throw new Error('The database says nothing.');
  return row;
}

async function close({ made, database }: Lent): Promise<void> {
  await database.close();
  made.remove();
}
