import { parentPort, workerData } from 'node:worker_threads';

import { PGlite, type Results } from '@electric-sql/pglite';

import { failureOf, type PGliteFailure } from './pglite-failure.ts';
import { literal } from './literals.ts';
import { MOST_PREPARED, PLANNING } from './planning.ts';

/** What the relay's thread asks for. */
export interface PGliteRequest {
  id: number;
  text: string;
  values: readonly unknown[] | undefined;
}

/** What it gets back. */
export type PGliteResponse = { id: number; rows: unknown[] } | { id: number; error: PGliteFailure };

/**
 * Pages that PostgreSQL keeps in memory: far less than by default, all of which is prepared at each start and
 * stays with the process. The system has the files in memory too.
 */
const SETTINGS = ['-c', 'shared_buffers=16MB'];

const port = parentPort;
if (!port) throw new Error('This file is run as a worker thread.');

// The relay's thread starts this worker with the folder's path.
const database = await PGlite.create(String(workerData), {
  startParams: [...PGlite.defaultStartParams, ...SETTINGS],
});
await database.exec(PLANNING);
const prepared = new Map<string, string>();

/**
 * Runs a statement with values as a prepared one: parsing and planning a long statement takes PGlite
 * longer than running it. Its own `query` prepares anew each time, so `EXECUTE` is sent as text.
 */
async function execute(text: string, values: readonly unknown[]): Promise<Results[]> {
  let name = prepared.get(text);
  if (name === undefined) {
    if (prepared.size >= MOST_PREPARED) return [await database.query(text, [...values])];
    name = `relay_${prepared.size}`;
    await database.exec(`PREPARE ${name} AS ${text}`);
    prepared.set(text, name);
  }
  return database.exec(`EXECUTE ${name}(${values.map(literal).join(',')})`);
}

/** Whether a statement has failed since the last BEGIN, be it before it reached the database. */
let hasFailed = false;

async function answer(text: string, values: readonly unknown[] | undefined): Promise<Results[]> {
  if (text === 'BEGIN') hasFailed = false;
  if (text === 'COMMIT' && hasFailed) {
    await database.exec('ROLLBACK');
    throw new Error('The transaction was rolled back.');
  }
  // Without values it may be several statements, as pg-boss's migrations are.
  return values && values.length > 0 ? execute(text, values) : database.exec(text);
}

async function run({ id, text, values }: PGliteRequest): Promise<PGliteResponse> {
  try {
    const results = await answer(text, values);
    return { id, rows: results.flatMap(({ rows }) => rows) };
  } catch (error) {
    hasFailed = true;
    return { id, error: failureOf(error) };
  }
}

/** One after the other: a statement that has to be prepared first must not be overtaken. */
let line = Promise.resolve();
port.on('message', (request: PGliteRequest | 'close') => {
  line = line.then(async () => {
    if (request !== 'close') {
      port.postMessage(await run(request));
      return;
    }
    await database.close().finally(() => {
      port.close();
    });
  });
});
port.postMessage('ready');
