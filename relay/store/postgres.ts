import pg from 'pg';

import { messageOf } from '../problem.ts';
import type { BossDatabase, Database, Queryable } from './database.ts';
import { MOST_PREPARED, PLANNING } from './planning.ts';
import { runTransaction } from './transaction.ts';

/** A statement that takes longer has hung: HighLevel would have stopped waiting before. */
const STATEMENT_LIMIT_MS = 15_000;
const CHANNEL = 'relay_delivery';
const RECONNECT_MS = 1000;

interface Rows {
  rows: unknown[];
}

/**
 * PostgreSQL, or a database that speaks its protocol. Statements are prepared once per connection,
 * and those of a transaction are sent without waiting for each other's answers (pipelining).
 *
 * @param onError called with failures of idle connections, which the pool replaces by itself.
 */
export async function openPostgres(
  url: string,
  onError: (error: Error) => void,
): Promise<Database> {
  const settings = {
    connectionString: url,
    application_name: 'highlevel-relay',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    // Enforced here and not by the server's statement_timeout: migrations may take longer.
    query_timeout: STATEMENT_LIMIT_MS,
    // The pool waits for the answer before it lends the connection.
    onConnect: (client: pg.ClientBase) => client.query(PLANNING),
  };
  // pg-boss has connections of its own: its maintenance never holds up an event.
  const pool = new pg.Pool({ ...settings, max: 8, pipeline: true });
  const bossPool = new pg.Pool({ ...settings, max: 3, query_timeout: 10 * 60_000 });
  for (const each of [pool, bossPool]) {
    each.on('error', onError);
  }

  const names = new Map<string, string>();
  const prepared = (text: string, values: readonly unknown[] = []): pg.QueryConfig => {
    if (values.length === 0) return { text };
    let name = names.get(text);
    if (name === undefined && names.size < MOST_PREPARED) {
      name = `relay_${names.size}`;
      names.set(text, name);
    }
    return { ...(name === undefined ? {} : { name }), text, values: [...values] };
  };

  const queryable = (client: pg.Pool | pg.PoolClient, bossClient = client): Queryable => {
    const boss: BossDatabase = {
      executeSql: async (text, values) => rowsOf(await bossClient.query(prepared(text, values))),
    };
    return {
      query: async <Row>(text: string, values?: readonly unknown[]) => {
        const { rows } = await client.query(prepared(text, values));
        // The caller names the row type beside the statement's columns; tests run every statement.
        return rows as Row[];
      },
      boss,
    };
  };

  const transaction: Database['transaction'] = async (work) => {
    const client = await pool.connect();
    let broken: Error | undefined;
    const onClientError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onClientError);
    const rollback = async (): Promise<void> => {
      await client.query('ROLLBACK').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error(messageOf(failure));
      });
    };
    const commit = async (): Promise<void> => {
      const { command } = await client.query('COMMIT').catch(async (error: unknown) => {
        await rollback();
        throw error;
      });
      if (command !== 'COMMIT') throw new Error('The transaction was rolled back.');
    };
    try {
      const begin = () => client.query('BEGIN');
      return await runTransaction({ queryable: queryable(client), begin, commit, rollback }, work);
    } finally {
      client.off('error', onClientError);
      client.release(broken);
    }
  };

  const backend = await backendOf(pool).catch(async (error: unknown) => {
    await Promise.all([pool.end(), bossPool.end()]);
    throw error;
  });

  return {
    ...queryable(pool, bossPool),
    backend,
    concurrency: 2,
    transaction,
    listen: (onNotification) =>
      backend === 'cockroachdb'
        ? Promise.resolve(() => Promise.resolve())
        : listen(settings, onNotification, onError),
    notify: async () => {
      if (backend !== 'cockroachdb') await pool.query(`NOTIFY ${CHANNEL}`);
    },
    close: async () => {
      await Promise.all([pool.end(), bossPool.end()]);
    },
  };
}

/** A text of several statements, as pg-boss's migrations are, gives one result each. */
function rowsOf(result: Rows | Rows[]): Rows {
  return Array.isArray(result) ? { rows: result.flatMap(({ rows }) => rows) } : result;
}

async function backendOf(pool: pg.Pool): Promise<Database['backend']> {
  const { rows } = await pool.query<{ version: string; citus: boolean }>(
    `SELECT version() AS version,
       EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') AS citus`,
  );
  const version = rows[0]?.version ?? '';
  if (version.includes('CockroachDB')) return 'cockroachdb';
  if (version.includes('-YB-')) return 'yugabytedb';
  return rows[0]?.citus ? 'citus' : 'postgres';
}

/** Listens on a connection of its own, which is made anew when it breaks. */
async function listen(
  settings: pg.ClientConfig,
  onNotification: () => void,
  onError: (error: Error) => void,
): Promise<() => Promise<void>> {
  let closed = false;
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;

  const start = async (): Promise<void> => {
    const next = new pg.Client(settings);
    client = next;
    let failed = false;
    const retry = (error: Error): void => {
      if (closed || failed) return;
      failed = true;
      onError(error);
      next.end().catch(onError);
      again = setTimeout(() => void start(), RECONNECT_MS);
    };
    next.on('error', retry);
    next.on('end', () => {
      retry(new Error('The connection for notifications ended.'));
    });
    next.on('notification', onNotification);
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      // What was said while nobody listened is lost: look once.
      onNotification();
    } catch (error) {
      retry(error instanceof Error ? error : new Error(String(error)));
    }
  };
  await start();

  return async () => {
    closed = true;
    clearTimeout(again);
    await client?.end();
  };
}
