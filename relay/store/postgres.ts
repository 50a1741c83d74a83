import pg from 'pg';

import { messageOf } from '../problem.ts';
import type { BossDatabase, Database, Queryable } from './database.ts';
import { MOST_PREPARED } from './planning.ts';
import { parsePostgresServers, PostgresServers } from './postgres-servers.ts';
import { runTransaction } from './transaction.ts';

/** A statement that takes longer has hung: HighLevel would have stopped waiting before. */
const STATEMENT_LIMIT_MS = 15_000;
/**
 * SQLSTATEs after which a new connection may do what this one cannot: the server takes no writes any
 * more, or what is prepared does not fit a table that another relay has upgraded.
 */
const WANTS_NEW_CONNECTION = ['25006', '0A000'];
const CHANNEL = 'relay_delivery';
const RECONNECT_MS = 1000;

interface Rows {
  rows: unknown[];
}

/** Sends one statement. */
type Send = (config: pg.QueryConfig) => Promise<pg.QueryResult>;

/**
 * PostgreSQL, or a database that speaks its protocol. Statements are prepared once per connection,
 * and those of a transaction are sent without waiting for each other's answers (pipelining).
 *
 * @param url of one server, or of several of which one takes writes, see parsePostgresServers.
 * @param onError called with failures of idle connections, which are replaced by themselves.
 */
export async function openPostgres(
  url: string,
  onError: (error: Error) => void,
): Promise<Database> {
  const settings = {
    application_name: 'highlevel-relay',
    connectionTimeoutMillis: 5000,
    // A server whose machine is gone says nothing: this is what tells an idle connection.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Enforced here and not by the server's statement_timeout: migrations may take longer.
    query_timeout: STATEMENT_LIMIT_MS,
  };
  const addresses = parsePostgresServers(url);
  // pg-boss has connections of its own: its maintenance never delays an event. Notifications too:
  // one connection is lent for as long as somebody listens.
  const servers = new PostgresServers(addresses, { ...settings, max: 8, pipeline: true }, onError);
  const bossSettings = { ...settings, max: 3, query_timeout: 10 * 60_000 };
  const bossServers = new PostgresServers(addresses, bossSettings, onError);
  const listening = new PostgresServers(addresses, { ...settings, max: 1 }, onError);
  const close = async (): Promise<void> => {
    await Promise.all([servers.end(), bossServers.end(), listening.end()]);
  };

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

  const queryable = (send: Send, sendForBoss = send): Queryable => {
    const boss: BossDatabase = {
      executeSql: async (text, values) => rowsOf(await sendForBoss(prepared(text, values))),
    };
    return {
      query: async <Row>(text: string, values?: readonly unknown[]) => {
        const { rows } = await send(prepared(text, values));
        // The caller names the row type beside the statement's columns; tests run every statement.
        return rows as Row[];
      },
      boss,
    };
  };

  const sendTo =
    (some: PostgresServers): Send =>
    (config) =>
      lend(some, (send) => send(config));

  const transaction: Database['transaction'] = (work) =>
    lend(servers, async (send, isBroken) => {
      const rollback = async (): Promise<void> => {
        // Its end is the transaction's too.
        if (!isBroken()) await send({ text: 'ROLLBACK' }).catch(() => undefined);
      };
      const commit = async (): Promise<void> => {
        const { command } = await send({ text: 'COMMIT' }).catch(async (error: unknown) => {
          await rollback();
          throw error;
        });
        if (command !== 'COMMIT') throw new Error('The transaction was rolled back.');
      };
      const begin = () => send({ text: 'BEGIN' });
      return runTransaction({ queryable: queryable(send), begin, commit, rollback }, work);
    });

  const send = sendTo(servers);
  const backend = await backendOf(send).catch(async (error: unknown) => {
    await close();
    throw error;
  });

  return {
    ...queryable(send, sendTo(bossServers)),
    backend,
    concurrency: 2,
    transaction,
    listen: (onNotification) =>
      backend === 'cockroachdb'
        ? Promise.resolve(() => Promise.resolve())
        : listen(listening, onNotification, onError),
    notify: async () => {
      if (backend !== 'cockroachdb') await send({ text: `NOTIFY ${CHANNEL}` });
    },
    close,
  };
}

/**
 * Lends a connection for as long as `work` takes. One that broke meanwhile, did not answer in time or
 * cannot go on is not used again: the next one is looked for at all servers.
 */
async function lend<T>(
  servers: PostgresServers,
  work: (send: Send, isBroken: () => boolean) => Promise<T>,
): Promise<T> {
  const client = await servers.connect();
  const state: { broken?: Error } = {};
  const onError = (error: Error): void => {
    state.broken = error;
  };
  client.on('error', onError);
  const send: Send = async (config) => {
    try {
      return await client.query(config);
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (code === undefined || WANTS_NEW_CONNECTION.includes(code)) {
        state.broken ??= error instanceof Error ? error : new Error(messageOf(error));
      }
      throw error;
    }
  };
  try {
    return await work(send, () => state.broken !== undefined);
  } finally {
    client.off('error', onError);
    client.release(state.broken);
  }
}

/** A text of several statements, as pg-boss's migrations are, returns one result for each. */
function rowsOf(result: Rows | Rows[]): Rows {
  return Array.isArray(result) ? { rows: result.flatMap(({ rows }) => rows) } : result;
}

async function backendOf(send: Send): Promise<Database['backend']> {
  const { rows } = await send({
    text: `SELECT version() AS version,
      EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') AS citus`,
  });
  // As the statement above names its columns.
  const [row] = rows as { version: string; citus: boolean }[];
  const version = row?.version ?? '';
  if (version.includes('CockroachDB')) return 'cockroachdb';
  if (version.includes('-YB-')) return 'yugabytedb';
  return row?.citus ? 'citus' : 'postgres';
}

/** Listens on a connection of its own, which is made anew when it breaks. */
async function listen(
  servers: PostgresServers,
  onNotification: () => void,
  onError: (error: Error) => void,
): Promise<() => Promise<void>> {
  let stop: (() => void) | undefined;
  let again: NodeJS.Timeout | undefined;
  let closed = false;

  const retry = (error: Error): void => {
    if (closed) return;
    onError(error);
    again = setTimeout(() => {
      starting = start();
    }, RECONNECT_MS);
  };
  const start = async (): Promise<void> => {
    try {
      stop = await listenOnce(servers, onNotification, retry);
    } catch (error) {
      retry(error instanceof Error ? error : new Error(messageOf(error)));
    }
  };
  let starting = start();
  await starting;

  return async () => {
    closed = true;
    clearTimeout(again);
    await starting;
    stop?.();
  };
}

/**
 * Listens until the connection ends.
 *
 * @param onEnd called when it ends by itself.
 * @returns what ends it.
 */
async function listenOnce(
  servers: PostgresServers,
  onNotification: () => void,
  onEnd: (error: Error) => void,
): Promise<() => void> {
  const client = await servers.connect();
  let ended = false;
  const end = (error: Error): boolean => {
    if (ended) return false;
    ended = true;
    client.off('notification', onNotification);
    // Gone from the pool, listening or not.
    client.release(error);
    return true;
  };
  const onFailure = (error: Error): void => {
    if (end(error)) onEnd(error);
  };
  client.on('error', onFailure);
  client.on('end', () => {
    onFailure(new Error('The connection for notifications ended.'));
  });
  client.on('notification', onNotification);
  try {
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    end(error instanceof Error ? error : new Error(messageOf(error)));
    throw error;
  }
  // What was said while nobody listened is lost: look once.
  onNotification();
  return () => {
    end(new Error('Nobody is listening.'));
  };
}
