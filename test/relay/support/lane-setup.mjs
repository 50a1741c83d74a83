// One PostgreSQL server for all suites of the lane; each suite has databases of its own on it.
import { startPostgres, WITHOUT_CRASH_SAFETY } from './postgres.ts';

/** @type {import('./postgres.ts').PostgresServer | undefined} */
export let server;

export default async function start() {
  server = await startPostgres(WITHOUT_CRASH_SAFETY);
  process.env['RELAY_LANE_POSTGRES'] = server.url;
}
