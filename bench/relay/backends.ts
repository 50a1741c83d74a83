import { makePGlite, makePostgres, type MakeDatabase } from '../../test/relay/support/database.ts';
import type { PostgresServer } from '../../test/relay/support/postgres.ts';

/** A database that the relay runs on. */
export interface Backend {
  name: 'PGlite' | 'PostgreSQL';
  makeDatabase: MakeDatabase;
  /** The part of the events of a server that stores nothing which it must accept. */
  acceptedAtLeast: number;
}

/** Both, the embedded one first. */
export function backendsOn(server: PostgresServer): Backend[] {
  return [
    { name: 'PGlite', makeDatabase: makePGlite, acceptedAtLeast: 0.45 },
    { name: 'PostgreSQL', makeDatabase: makePostgres(() => server), acceptedAtLeast: 0.5 },
  ];
}
