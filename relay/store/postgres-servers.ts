import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { messageOf } from '../problem.ts';
import { PLANNING } from './planning.ts';

const ADDRESS = /^(?<start>postgres(?:ql)?:\/\/(?:[^/?#]*@)?)(?<hosts>[^/?#]*)(?<rest>.*)$/s;
/** The values of libpq's target_session_attrs that ask for a server to write to, or do not care. */
const FOR_WRITING = ['read-write', 'primary', 'any'];

/**
 * The servers that an address of PostgreSQL names, an address each. Several hosts are written as
 * libpq has them: `postgres://user:password@one:5432,two:5432/database`.
 *
 * @throws Error when it is not such an address; the message does not repeat it, and so no password.
 */
export function parsePostgresServers(text: string): string[] {
  const parts = ADDRESS.exec(text)?.groups;
  const servers = parts?.['hosts']
    ?.split(',')
    .map((host) => `${parts['start'] ?? ''}${host}${parts['rest'] ?? ''}`);
  if (!servers?.every((server) => URL.canParse(server))) {
    throw new Error(
      'must be a URL such as postgres://user:password@host:5432/database, with several hosts separated by commas',
    );
  }
  for (const server of servers) {
    const wanted = new URL(server).searchParams.get('target_session_attrs');
    if (wanted !== null && !FOR_WRITING.includes(wanted)) {
      throw new Error('must not select a standby (target_session_attrs): the relay writes');
    }
  }
  return servers;
}

const CLOSE_LIMIT_MS = 3000;

/** A server that answers and takes no writes: a standby, or one that was set to read only. */
class ReadOnlyError extends Error {
  constructor() {
    super('it takes no writes: it is a standby, or read-only');
    this.name = 'ReadOnlyError';
  }
}

/**
 * Connections to the one of several servers that takes writes. It is looked for whenever a new
 * connection is needed: first where the last one led, then at the others in their order. After a
 * failover that is the standby that was promoted.
 */
export class PostgresServers {
  readonly #servers: { name: string; pool: pg.Pool }[];
  #current = 0;

  /** @param onError called with failures of idle connections, which are replaced by themselves. */
  constructor(
    servers: readonly string[],
    settings: pg.PoolConfig,
    onError: (error: Error) => void,
  ) {
    // The pool waits for the answer before it lends the connection.
    const prepared = { ...settings, onConnect: prepareSession };
    this.#servers = servers.map((connectionString) => {
      const pool = new pg.Pool({ ...prepared, connectionString });
      pool.on('error', onError);
      return { name: new URL(connectionString).host, pool };
    });
  }

  /**
   * Lends a connection that could write when it was made.
   *
   * @throws the server's own error, or of several servers one that says what is wrong with each.
   */
  async connect(): Promise<pg.PoolClient> {
    const failures: { name: string; error: unknown }[] = [];
    for (const index of this.#order()) {
      const server = this.#servers[index];
      if (!server) continue;
      const { name, pool } = server;
      try {
        const client = await pool.connect();
        this.#current = index;
        return client;
      } catch (error) {
        // All of its connections are lent: that says nothing against the server.
        if (pool.totalCount >= pool.options.max) throw error;
        failures.push({ name, error });
      }
    }
    if (failures.length === 1) throw failures[0]?.error;
    const reasons = failures.map(({ name, error }) => `${name}: ${messageOf(error)}`);
    throw new Error(`No server of DATABASE_URL can be used. ${reasons.join('; ')}`);
  }

  /**
   * Closes all connections once they are given back. One that a dead server keeps is not waited for
   * any longer than {@link CLOSE_LIMIT_MS}.
   */
  async end(): Promise<void> {
    const ended = Promise.all(this.#servers.map(({ pool }) => pool.end()));
    const waiting = new AbortController();
    const limit = sleep(CLOSE_LIMIT_MS, undefined, { signal: waiting.signal }).catch(
      () => undefined,
    );
    await Promise.race([ended, limit]).finally(() => {
      waiting.abort();
    });
  }

  #order(): number[] {
    const all = [...this.#servers.keys()];
    return [...all.slice(this.#current), ...all.slice(0, this.#current)];
  }
}

/** Makes a new connection the relay's. */
async function prepareSession(client: pg.ClientBase): Promise<void> {
  await client.query(PLANNING);
  const { rows } = await client.query<{ transaction_read_only: string }>(
    'SHOW transaction_read_only',
  );
  if (rows[0]?.transaction_read_only === 'on') throw new ReadOnlyError();
}
