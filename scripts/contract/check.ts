import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { PackagedApp, type PackagedAppOptions } from '../../local/index.ts';
import { ensurePackage } from '../lib/package.ts';
import { Recorder } from './recorder.ts';
import { readDeviations, type Deviation } from './report.ts';
import { runOperation, runOperations, type OperationRequests } from './run.ts';

const DEVIATIONS = fileURLToPath(new URL('./deviations.json', import.meta.url));

/** Runs every operation of the packaged connector against a recorder. */
export async function recordPackage(): Promise<OperationRequests[]> {
  await ensurePackage();
  return record({}, runOperations);
}

/** Runs every operation, as its sources are, against a recorder. */
export function recordOperations(): Promise<OperationRequests[]> {
  return record({ fromSource: true }, runOperations);
}

/** Runs one operation, such as `creates.send_message`, as its sources are, against a recorder. */
export function recordOperation(operation: string): Promise<OperationRequests> {
  return record({ fromSource: true }, (app, recorder) => runOperation(app, operation, recorder));
}

async function record<Recording>(
  options: PackagedAppOptions,
  run: (app: PackagedApp, recorder: Recorder) => Promise<Recording>,
): Promise<Recording> {
  const recorder = await Recorder.start();
  const app = await PackagedApp.open({
    ...options,
    requestLog: false,
    env: { CLIENT_ID: 'client-1', CLIENT_SECRET: 'secret-1', HIGHLEVEL_API_URL: recorder.url },
  });
  try {
    return await run(app, recorder);
  } finally {
    await app.close();
    await recorder.close();
  }
}

/** The differences from HighLevel's files that are meant. */
export function listedDeviations(): Deviation[] {
  return readDeviations(JSON.parse(readFileSync(DEVIATIONS, 'utf8')));
}
