import { afterAll, beforeAll } from '@jest/globals';

import { makePostgres, type MakeDatabase } from './database.ts';
import { startPostgres, WITHOUT_CRASH_SAFETY, type PostgresServer } from './postgres.ts';

/**
 * Adds hooks to the suite that is being read, which start and stop a PostgreSQL server for it.
 *
 * @returns what makes databases on it
 */
export function postgresServer(): MakeDatabase {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(WITHOUT_CRASH_SAFETY);
  });
  afterAll(() => server.stop());
  return makePostgres(() => server);
}
