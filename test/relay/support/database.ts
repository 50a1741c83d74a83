import { cp } from 'node:fs/promises';
import { join } from 'node:path';

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
  remove: () => void;
}

/** Makes an empty database. */
export type MakeDatabase = () => Promise<TestDatabase>;

function fail(error: Error): never {
  throw error;
}

let template: Promise<string> | undefined;

/** A folder that PGlite has just initialised, which takes it seconds: made once, then copied. */
async function makeTemplate(): Promise<string> {
  const data = join(makeFolder(), 'data');
  const database = await openPGlite(data, fail);
  await database.close();
  return data;
}

/** Embedded PGlite in a folder of its own, which is empty for the relay. */
export const makePGlite: MakeDatabase = async () => {
  template ??= makeTemplate();
  const folder = makeFolder();
  const data = join(folder, 'data');
  await cp(await template, data, { recursive: true });
  return {
    environment: { RELAY_DATA_DIR: data },
    open: () => openPGlite(data, fail),
    remove: () => {
      removeFolder(folder);
    },
  };
};

/** A database of its own on a PostgreSQL server. */
export function makePostgres(server: () => PostgresServer): MakeDatabase {
  return async () => {
    const url = await server().createDatabase();
    return {
      environment: { DATABASE_URL: url },
      open: () => openPostgres(url, () => undefined),
      remove: () => undefined,
    };
  };
}
