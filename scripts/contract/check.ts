import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { PackagedApp } from '../../local/index.ts';
import { Recorder } from './recorder.ts';
import { readDeviations, type Deviation } from './report.ts';
import { runOperation, runOperations, type OperationRequests } from './run.ts';

const DEVIATIONS = fileURLToPath(new URL('./deviations.json', import.meta.url));

/** Runs every operation of an app against a recorder. The app has its settings again afterwards. */
export async function recordApp(app: PackagedApp): Promise<OperationRequests[]> {
  return record(app, runOperations);
}

/** Runs every operation, as its sources are, against a recorder. */
export function recordOperations(): Promise<OperationRequests[]> {
  return recordSources(runOperations);
}

/** Runs one operation, such as `creates.send_message`, as its sources are, against a recorder. */
export function recordOperation(operation: string): Promise<OperationRequests> {
  return recordSources((app, recorder) => runOperation(app, operation, recorder));
}

type Recording<Result> = (app: PackagedApp, recorder: Recorder) => Promise<Result>;

async function recordSources<Result>(run: Recording<Result>): Promise<Result> {
  const app = await PackagedApp.open({ fromSource: true, requestLog: false });
  try {
    return await record(app, run);
  } finally {
    await app.close();
  }
}

async function record<Result>(app: PackagedApp, run: Recording<Result>): Promise<Result> {
  const recorder = await Recorder.start();
  const { env } = app;
  app.env = { CLIENT_ID: 'client-1', CLIENT_SECRET: 'secret-1', HIGHLEVEL_API_URL: recorder.url };
  try {
    return await run(app, recorder);
  } finally {
    app.env = env;
    await recorder.close();
  }
}

/** The differences from HighLevel's files that are meant. @param of the operations whose differences, unless all */
export function listedDeviations(of?: readonly string[]): Deviation[] {
  const listed = readDeviations(JSON.parse(readFileSync(DEVIATIONS, 'utf8')));
  if (!of) return listed;
  return listed.map((deviation) => ({
    ...deviation,
    operations: deviation.operations.filter((operation) => of.includes(operation)),
  }));
}
