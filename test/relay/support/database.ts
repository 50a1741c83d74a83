import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

import {
  copyEmptyDatabase,
  keepRelayDatabase,
  makeQuickFolder,
  QUICK_WEBASSEMBLY,
  removeFolder,
} from '../../../local/index.ts';
import type { Database } from '../../../relay/store/database.ts';
import { openPGlite } from '../../../relay/store/pglite.ts';
import { openPostgres } from '../../../relay/store/postgres.ts';
import type { PostgresServer } from './postgres.ts';

/** An empty database for one relay, or several. */
export interface TestDatabase {
  /** What makes a relay use it. */
  environment: Record<string, string>;
  /** Opens it beside the relay; with PGlite the relay must have ended. */
  open: () => Promise<Database>;
  /** Something that a test switches beside a relay that runs, and that statements can look at. */
  flag: { isSet: string; set: (on: boolean) => Promise<void> };
  remove: () => void;
}

/**
 * Makes an empty database.
 *
 * @param use.here whether this process alone opens it, and no relay in a process of its own.
 */
export type MakeDatabase = (use?: { here: boolean }) => Promise<TestDatabase>;

/** What no test expects. */
export function fail(error: Error): never {
  throw error;
}

/** Embedded PGlite in a folder of its own, with the relay's tables and nothing in them. */
export const makePGlite: MakeDatabase = async () => {
  const folder = makeQuickFolder();
  const data = join(folder, 'data');
  await keepRelayDatabase();
  copyEmptyDatabase(data);
  return {
    environment: { RELAY_DATA_DIR: data },
    open: () => {
      setFlagsFromString(QUICK_WEBASSEMBLY);
      return openPGlite(data, fail);
    },
    flag: {
      isSet: "(pg_stat_file('flag', true)).size IS NOT NULL",
      set: async (on) => {
        const file = join(data, 'pglite', 'flag');
        await (on ? writeFile(file, '') : rm(file));
      },
    },
    remove: () => {
      removeFolder(folder);
    },
  };
};

/** A database of its own on a PostgreSQL server. */
export function makePostgres(server: () => PostgresServer): MakeDatabase {
  return async () => databaseAt(await server().createDatabase());
}

/** A database at an address of PostgreSQL. */
export function databaseAt(url: string): TestDatabase {
  const open = () => openPostgres(url, () => undefined);
  return {
    environment: { DATABASE_URL: url },
    open,
    flag: {
      isSet: "to_regclass('public.flag') IS NOT NULL",
      set: async (on) => {
        const database = await open();
        await database.query(on ? 'CREATE TABLE public.flag ()' : 'DROP TABLE public.flag');
        await database.close();
      },
    },
    remove: () => undefined,
  };
}

/** A database that is opened once for all who open it here. */
export interface SharedDatabase extends TestDatabase {
  /** Closes it; who opens it then opens it anew. */
  close: () => Promise<void>;
}

/** Makes a database one that stays open while those who use it come and go. */
export function shared(database: TestDatabase): SharedDatabase {
  let opened: Promise<Database> | undefined;
  return {
    ...database,
    open: async () => {
      opened ??= database.open();
      return { ...(await opened), close: () => Promise.resolve() };
    },
    close: async () => {
      const closing = await opened;
      opened = undefined;
      await closing?.close();
    },
  };
}
