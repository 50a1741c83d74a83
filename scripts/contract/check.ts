import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { isRecord, toRecord, toText, toTexts } from '../../resources/values.ts';
import { PackagedApp, type PackagedAppOptions } from '../../local/index.ts';
import { ensurePackage } from '../lib/package.ts';
import { Recorder } from './recorder.ts';
import { readDeviations, reportOn, type ContractReport, type Deviation } from './report.ts';
import { runOperation, runOperations, type OperationRequests } from './run.ts';
import { fits, readSpecification } from './specification.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DEVIATIONS = join(HERE, 'deviations.json');

/** Coverage and endpoints as of the last look at HighLevel's files. */
export const SNAPSHOT = join(HERE, 'snapshot.json');

/** Runs the packaged connector against a recorder. */
export async function recordOperations(): Promise<OperationRequests[]> {
  await ensurePackage();
  return record({}, runOperations);
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
    env: { CLIENT_ID: 'client-1', CLIENT_SECRET: 'secret-1', HIGHLEVEL_API_URL: recorder.url },
  });
  try {
    return await run(app, recorder);
  } finally {
    await app.close();
    await recorder.close();
  }
}

/** What the connector asks of HighLevel, against the OpenAPI files of a folder. */
export async function checkContract(folder: string): Promise<ContractReport> {
  return reportOn(await recordOperations(), readSpecification(folder), listedDeviations());
}

/** The differences that are meant. */
export function listedDeviations(): Deviation[] {
  return readDeviations(JSON.parse(readFileSync(DEVIATIONS, 'utf8')));
}

/** What a snapshot keeps: endpoints by operation, and counts by area. */
export interface Snapshot {
  coverage: Record<string, string>;
  endpoints: Record<string, string[]>;
}

export function snapshotOf({ coverage, endpoints }: ContractReport): Snapshot {
  return {
    coverage: Object.fromEntries(
      Object.entries(coverage).map(([area, { covered, all }]) => [area, `${covered} of ${all}`]),
    ),
    endpoints,
  };
}

/** @throws Error when the file is not what `npm run contract -- DIR --save` writes */
export function readSnapshot(): Snapshot {
  const data: unknown = JSON.parse(readFileSync(SNAPSHOT, 'utf8'));
  const { coverage, endpoints } = toRecord(data);
  if (!isRecord(coverage) || !isRecord(endpoints)) {
    throw new Error('The snapshot holds no coverage and no endpoints.');
  }
  return {
    coverage: Object.fromEntries(
      Object.entries(coverage).map(([area, count]) => [area, toText(count) ?? '']),
    ),
    endpoints: Object.fromEntries(
      Object.entries(endpoints).map(([operation, names]) => [operation, toTexts(names)]),
    ),
  };
}

/**
 * The endpoints by operation, with the paths of requests named after the templates of a snapshot;
 * one that fits none keeps its own path, and so differs.
 */
export function endpointsBySnapshot(
  results: readonly OperationRequests[],
  snapshot: Snapshot,
): Record<string, string[]> {
  const known = [...new Set(Object.values(snapshot.endpoints).flat())].toSorted(
    (one, other) => one.split('{').length - other.split('{').length,
  );
  return Object.fromEntries(
    results.map(({ operation, requests }) => {
      const names = requests.map(({ method, path }) => {
        const found = known.find((name) => {
          const [knownMethod, template = ''] = name.split(' ');
          return knownMethod === method && fits(template, path);
        });
        return found ?? `${method} ${path}`;
      });
      return [operation, [...new Set(names)].toSorted()];
    }),
  );
}
