// One PostgreSQL server for all suites of the lane; each suite has databases of its own on it.
import { startPostgres, WITHOUT_CRASH_SAFETY } from './postgres.ts';

/** @type {import('./postgres.ts').PostgresServer | undefined} */
export let server;

export default async function start() {
  // No database lives long enough to need it.
  server = await startPostgres({ ...WITHOUT_CRASH_SAFETY, autovacuum: 'off' });
  process.env['RELAY_LANE_POSTGRES'] = server.url;
}
