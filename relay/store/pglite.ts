import { mkdir } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

import type { BossDatabase, Database, Queryable } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import type { PGliteResponse } from './pglite-worker.ts';
import { runTransaction } from './transaction.ts';

interface Pending {
  resolve: (rows: unknown[]) => void;
  reject: (error: Error) => void;
}

/**
 * PostgreSQL compiled to WebAssembly, in a thread of its own so that the relay's thread stays free
 * for HTTP. It has one connection: a transaction occupies it, and other statements wait in line.
 *
 * @param folder where its files are; made when missing.
 * @param onFailure called when the thread ends by itself: nothing can be stored from then on.
 * @throws Error when another process uses the folder.
 */
export async function openPGlite(
  folder: string,
  onFailure: (error: Error) => void,
): Promise<Database> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: `${folder}/pglite`,
  });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let line: Promise<unknown> = Promise.resolve();

  try {
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => {
        resolve();
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        reject(ended());
      });
    });
  } catch (error) {
    unlock();
    throw error;
  }
  worker.on('message', (response: PGliteResponse) => {
    const waiting = pending.get(response.id);
    pending.delete(response.id);
    if ('rows' in response) waiting?.resolve(response.rows);
    else waiting?.reject(Object.assign(new Error(response.error.message), response.error));
  });
  const failAll = (error: Error): void => {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
    onFailure(error);
  };
  const endedByItself = (): void => {
    failAll(ended());
  };
  worker.on('error', failAll);
  worker.on('exit', endedByItself);

  const send = (text: string, values?: readonly unknown[]): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, { resolve, reject });
      worker.postMessage({ id, text, values });
    });

  /**
   * Runs `work` with the connection to itself.
   *
   * @param work may leave it before its end, once all its statements are sent.
   */
  const alone = <T>(work: (leave: () => void) => Promise<T>): Promise<T> => {
    const turn = line;
    let leave = (): void => undefined;
    line = new Promise((resolve) => {
      leave = () => {
        resolve(undefined);
      };
    });
    return turn.then(() => work(leave)).finally(leave);
  };

  /** As a pool behaves: a failed statement leaves nothing open behind it. */
  const run = (text: string, values?: readonly unknown[]): Promise<unknown[]> =>
    alone(async () => {
      try {
        return await send(text, values);
      } catch (error) {
        await send('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });

  const outside = queryable(run);
  const inside = queryable(send);

  return {
    ...outside,
    backend: 'pglite',
    concurrency: 1,
    transaction: (work) =>
      alone((leave) =>
        runTransaction(
          {
            queryable: inside,
            begin: () => send('BEGIN'),
            commit: () => {
              const committed = send('COMMIT');
              // It ends the transaction, whether it succeeds or not: others' statements may follow.
              leave();
              return committed;
            },
            rollback: () => send('ROLLBACK').catch(() => undefined),
          },
          work,
        ),
      ),
    // One process only has the folder open, so there is nobody to hear from.
    listen: () => Promise.resolve(() => Promise.resolve()),
    notify: () => Promise.resolve(),
    close: async () => {
      await line;
      worker.off('error', failAll).off('exit', endedByItself);
      const closed = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('close');
      await closed;
      unlock();
    },
  };
}

function ended(): Error {
  return new Error('The embedded database ended.');
}

function queryable(
  run: (text: string, values?: readonly unknown[]) => Promise<unknown[]>,
): Queryable {
  const boss: BossDatabase = {
    executeSql: async (text, values) => ({ rows: await run(text, values) }),
  };
  return {
    query: async <Row>(text: string, values?: readonly unknown[]) =>
      // The caller names the row type beside the statement's columns; tests run every statement.
      (await run(text, values)) as Row[],
    boss,
  };
}
