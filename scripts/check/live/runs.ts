import { OperationError, type LocalZapier } from '../../../local/index.ts';
import { toList, toRecord, type RawRecord } from '../../../resources/values.ts';
import { isFunction, readFields, type Field, type Operation } from '../integration.ts';
import type { LiveRun } from '../rules/live.ts';
import { LIVE_CASES } from './cases.ts';
import { inputsFor } from './inputs.ts';

/** Of a long answer only the first are looked at: following pointers takes calls. */
const MOST_RESULTS = 8;

/** More calls than a check makes: what is looked at is what operations return, not how often. */
const NO_LIMIT = { max: 1_000_000, daily: 1_000_000 };

/** Runs operations that a person can choose, each on fresh data. */
export async function runAll(
  operations: readonly Operation[],
  zapier: LocalZapier,
): Promise<LiveRun[]> {
  const runs: LiveRun[] = [];
  for (const operation of operations) {
    await zapier.reset();
    await zapier.sandbox.post('/limits', NO_LIMIT);
    runs.push(await runOne(operation, zapier));
  }
  return runs;
}

async function runOne(operation: Operation, zapier: LocalZapier): Promise<LiveRun> {
  const run = { operation, outputFields: operation.outputFields, results: [], listed: [] };
  try {
    const outputFields = await outputFieldsOf(operation, zapier);
    return operation.type === 'hook'
      ? { ...run, outputFields, ...(await runHook(operation, zapier)) }
      : { ...run, outputFields, results: await runStep(operation, zapier) };
  } catch (error) {
    return { ...run, error: reasonOf(error) };
  }
}

async function outputFieldsOf(
  operation: Operation,
  { app, authData }: LocalZapier,
): Promise<Field[]> {
  if (!toList(operation.raw['outputFields']).some(isFunction)) return operation.outputFields;
  return readFields(await app.outputFields(operation.path, { authData }));
}

/** Tries inputs until some give a result; what the first ones answered is what counts otherwise. */
async function runStep(operation: Operation, zapier: LocalZapier): Promise<RawRecord[]> {
  const { inputs, event, reply } = LIVE_CASES[operation.path] ?? {};
  await event?.(zapier);
  const run = async (inputData: RawRecord): Promise<RawRecord[]> => {
    if (!reply) return zapier.run(operation.path, inputData);
    const step = zapier.waitingStep(operation.key, inputData);
    await step.begin();
    await reply(zapier, inputData);
    return [await step.resumed()];
  };
  const given = (await inputs?.(zapier)) ?? {};
  let failure: Error | undefined;
  for await (const inputData of inputsFor(zapier, operation, given)) {
    try {
      const results = await hydrated(zapier, await run(inputData));
      if (results.length > 0) return results;
    } catch (error) {
      failure ??= error instanceof Error ? error : new Error(String(error));
    }
  }
  if (failure) throw failure;
  return [];
}

/** Subscribes, lets something happen, and takes what the relay delivers; then unsubscribes. */
async function runHook(
  operation: Operation,
  zapier: LocalZapier,
): Promise<Pick<LiveRun, 'results' | 'listed'>> {
  const { inputs, event } = LIVE_CASES[operation.path] ?? {};
  if (!event) throw new Error('Nothing is known that would start it: add it to LIVE_CASES.');
  const zap = zapier.instantZap(operation.key, await inputs?.(zapier));
  await zap.switchOn();
  try {
    await event(zapier);
    const results = await hydrated(zapier, await zap.next());
    return { results, listed: await hydrated(zapier, await zap.samples()) };
  } finally {
    await zap.switchOff();
  }
}

/** The first of the records, with every pointer followed. */
async function hydrated(zapier: LocalZapier, records: RawRecord[]): Promise<RawRecord[]> {
  const full: RawRecord[] = [];
  for (const record of records.slice(0, MOST_RESULTS)) {
    full.push(toRecord(await zapier.hydrate(record)));
  }
  return full;
}

function reasonOf(error: unknown): string {
  const sentence = error instanceof OperationError ? error.summary : String(error);
  return `It failed: ${sentence.split('\n')[0] ?? ''}`;
}
