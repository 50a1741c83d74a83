import { parentPort, workerData } from 'node:worker_threads';

import { PGlite } from '@electric-sql/pglite';

/** What the relay's thread asks for. */
export interface PGliteRequest {
  id: number;
  text: string;
  values: readonly unknown[] | undefined;
}

/** What it gets back. */
export type PGliteResponse =
  { id: number; rows: unknown[] } | { id: number; error: { message: string; code: unknown } };

const port = parentPort;
if (!port) throw new Error('This file is run as a worker thread.');

// The relay's thread starts this worker with the folder's path.
const database = await PGlite.create(String(workerData));

async function run({ id, text, values }: PGliteRequest): Promise<PGliteResponse> {
  try {
    if (values && values.length > 0) {
      const { rows } = await database.query(text, [...values]);
      return { id, rows };
    }
    // Without values it may be several statements, as pg-boss's migrations are.
    const results = await database.exec(text);
    return { id, rows: results.flatMap(({ rows }) => rows) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { id, error: { message: error instanceof Error ? error.message : String(error), code } };
  }
}

port.on('message', (request: PGliteRequest | 'close') => {
  if (request === 'close') {
    void database.close().finally(() => {
      port.close();
    });
    return;
  }
  void run(request).then((response) => {
    port.postMessage(response);
  });
});
port.postMessage('ready');
