import { isRecord, toList, toRecord, type RawRecord } from '../../../resources/values.ts';
import { hydrate } from '../../../test/support/hydrate.ts';
import { OperationError, type BundleInput } from '../../../test/support/packaged-app.ts';
import {
  isFunction,
  readFields,
  visible,
  type Field,
  type Integration,
  type Operation,
} from '../integration.ts';
import type { LiveRun } from '../rules/live.ts';
import { LIVE_CASES } from './cases.ts';
import { inputsFor } from './inputs.ts';
import type { SandboxAccount } from './sandbox-account.ts';

/** Of a long answer only the first are looked at: following pointers takes calls. */
const MOST_RESULTS = 8;

/** Runs every operation that a person can choose, each on fresh data. */
export async function runAll(
  integration: Integration,
  account: SandboxAccount,
): Promise<LiveRun[]> {
  const runs: LiveRun[] = [];
  for (const operation of visible(integration)) {
    await account.reset();
    runs.push(await runOne(operation, account));
  }
  return runs;
}

async function runOne(operation: Operation, account: SandboxAccount): Promise<LiveRun> {
  const run = { operation, outputFields: operation.outputFields, results: [], listed: [] };
  try {
    const outputFields = await outputFieldsOf(operation, account);
    return operation.type === 'hook'
      ? { ...run, outputFields, ...(await runHook(operation, account)) }
      : { ...run, outputFields, results: await runStep(operation, account) };
  } catch (error) {
    return { ...run, error: reasonOf(error) };
  }
}

async function outputFieldsOf(
  operation: Operation,
  { app, connection }: SandboxAccount,
): Promise<Field[]> {
  if (!toList(operation.raw['outputFields']).some(isFunction)) return operation.outputFields;
  const method = `${operation.path}.operation.outputFields`;
  return readFields(await app.list({ method, bundle: connection }));
}

/** Tries inputs until some give a result; what the first ones answered is what counts otherwise. */
async function runStep(operation: Operation, account: SandboxAccount): Promise<RawRecord[]> {
  const { inputs, event } = LIVE_CASES[operation.path] ?? {};
  await event?.(account);
  const given = (await inputs?.(account)) ?? {};
  let failure: Error | undefined;
  for await (const inputData of inputsFor(account, operation, given)) {
    try {
      const results = await execute(operation, 'perform', account, { inputData });
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
  account: SandboxAccount,
): Promise<Pick<LiveRun, 'results' | 'listed'>> {
  const { app, connection, receiver } = account;
  const { inputs, event } = LIVE_CASES[operation.path] ?? {};
  const inputData = (await inputs?.(account)) ?? {};
  const targetUrl = receiver.newTarget();
  const method = (name: string) => `${operation.path}.operation.${name}`;
  const subscribeData = await app.one({
    method: method('performSubscribe'),
    bundle: { ...connection, inputData, targetUrl },
  });
  try {
    if (!event) throw new Error('Nothing is known that would start it: add it to LIVE_CASES.');
    await event(account);
    const delivery = await receiver.delivery(targetUrl);
    const results = await execute(operation, 'perform', account, {
      inputData,
      subscribeData,
      ...delivery,
    });
    const listed = await execute(operation, 'performList', account, { inputData });
    return { results, listed };
  } finally {
    await app.execute({
      method: method('performUnsubscribe'),
      bundle: { ...connection, inputData, targetUrl, subscribeData },
    });
  }
}

/** What a method answers, as records in which every pointer is followed. */
async function execute(
  operation: Operation,
  method: string,
  { app, connection }: SandboxAccount,
  bundle: BundleInput,
): Promise<RawRecord[]> {
  const answer = await app.execute({
    method: `${operation.path}.operation.${method}`,
    bundle: { ...connection, ...bundle },
  });
  const isPage = operation.kind === 'searches' && isRecord(answer);
  const page = isPage ? answer['results'] : answer;
  const records = toList(page).filter(isRecord).slice(0, MOST_RESULTS);
  const full: RawRecord[] = [];
  for (const record of records) {
    full.push(toRecord(await hydrate(app, record, { bundle: connection })));
  }
  return full;
}

function reasonOf(error: unknown): string {
  const sentence = error instanceof OperationError ? error.summary : String(error);
  return `It failed: ${sentence.split('\n')[0] ?? ''}`;
}
