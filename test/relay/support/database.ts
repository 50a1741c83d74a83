import { cp, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import { KeptFolder } from '../../../local/index.ts';
import relayPackage from '../../../relay/package.json' with { type: 'json' };
import type { Database } from '../../../relay/store/database.ts';
import { openPGlite } from '../../../relay/store/pglite.ts';
import { openPostgres } from '../../../relay/store/postgres.ts';
import type { PostgresServer } from './postgres.ts';
import { makeFolder, removeFolder } from './temp-folder.ts';

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

/** Makes an empty database. */
export type MakeDatabase = () => Promise<TestDatabase>;

function fail(error: Error): never {
  throw error;
}

/**
 * A folder that PGlite has just initialised, which takes it seconds: made once, then copied. It lies among
 * the installed packages, so that installing them anew removes it.
 */
const TEMPLATE = new KeptFolder(
  fileURLToPath(new URL('../../../relay/node_modules/.cache', import.meta.url)),
  'pglite',
  relayPackage.dependencies['@electric-sql/pglite'],
);

async function initialise(folder: string): Promise<void> {
  const database = await openPGlite(folder, fail);
  await database.close();
}

/** Embedded PGlite in a folder of its own, which is empty for the relay. */
export const makePGlite: MakeDatabase = async () => {
  const folder = makeFolder();
  const data = join(folder, 'data');
  await TEMPLATE.make(initialise);
  await cp(TEMPLATE.path, data, { recursive: true });
  return {
    environment: { RELAY_DATA_DIR: data },
    open: () => openPGlite(data, fail),
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
