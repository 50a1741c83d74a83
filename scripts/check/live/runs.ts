import { OperationError, type LocalZapier, type RecordedRun } from '../../../local/index.ts';
import { toList, toRecord, toText, type RawRecord } from '../../../resources/values.ts';
import { isFunction, readFields, type Field, type Operation } from '../integration.ts';
import type { LiveRun, Try } from '../rules/live.ts';
import { LIVE_CASES } from './cases.ts';
import { inputsFor } from './inputs.ts';
import { collectionOf, someRecord } from './records.ts';

/** What is noted of inputs with which a step neither found anything nor failed. */
export const FOUND_NOTHING = 'It found nothing.';

/** How much of each operation is looked at. */
export interface Extent {
  /** Whether a search that has found something is asked for a dropdown's other records too. */
  otherChoices: boolean;
  /** Of a long answer so many are looked at: following pointers takes calls. */
  mostResults: number;
}

const WHOLE: Extent = { otherChoices: true, mostResults: 8 };

/** For who looks at how an operation works, and not at all that it can return. */
export const FEW_RECORDS: Extent = { otherChoices: false, mostResults: 1 };

/** More calls than a check makes: what is looked at is what operations return, not how often. */
const NO_LIMIT = { max: 1_000_000, daily: 1_000_000 };

/** Runs operations that a person can choose, each on fresh data. */
export async function runAll(
  operations: readonly Operation[],
  zapier: LocalZapier,
  extent = WHOLE,
): Promise<LiveRun[]> {
  const runs: LiveRun[] = [];
  for (const operation of operations) {
    await zapier.reset();
    await zapier.sandbox.post('/limits', NO_LIMIT);
    runs.push(await runOne(operation, zapier, extent));
  }
  return runs;
}

async function runOne(operation: Operation, zapier: LocalZapier, extent: Extent): Promise<LiveRun> {
  const run = {
    operation,
    outputFields: operation.outputFields,
    results: [],
    others: [],
    listed: [],
    tries: [],
  };
  try {
    const outputFields = await outputFieldsOf(operation, zapier);
    return operation.type === 'hook'
      ? { ...run, outputFields, ...(await runHook(operation, zapier, extent)) }
      : { ...run, outputFields, ...(await runStep(operation, zapier, extent)) };
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

/** Tries inputs until some give a result, and then the others for what they fill in beside it. */
async function runStep(
  operation: Operation,
  zapier: LocalZapier,
  { otherChoices, mostResults }: Extent,
): Promise<Pick<LiveRun, 'results' | 'others' | 'tries'>> {
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
  const found: RawRecord[][] = [];
  const tries: Try[] = [];
  // What a step is refused for, such as a permission, another record does not change.
  const foundNothing = () => tries.some(({ outcome }) => outcome === FOUND_NOTHING);
  const goesOn = () => otherChoices || (found.length === 0 && foundNothing());
  for await (const inputData of inputsFor(zapier, operation, given, goesOn)) {
    try {
      const results = await hydrated(zapier, await run(inputData), mostResults);
      if (results.length === 0) tries.push({ inputData, outcome: FOUND_NOTHING });
      else found.push(results);
    } catch (error) {
      tries.push({ inputData, outcome: reasonOf(error) });
    }
  }
  const [results = [], ...others] = found;
  return { results, others: others.flat(), tries };
}

/** Subscribes, lets something happen, and takes what the relay delivers; then unsubscribes. */
async function runHook(
  operation: Operation,
  zapier: LocalZapier,
  { mostResults }: Extent,
): Promise<Pick<LiveRun, 'results' | 'listed'>> {
  const { inputs, event } = LIVE_CASES[operation.path] ?? {};
  const zap = zapier.instantZap(operation.key, await inputs?.(zapier));
  const { outcome, runs } = await zapier.app.record(() => zap.switchOn());
  if (outcome.status === 'rejected') throw outcome.reason;
  try {
    await (event ? event(zapier) : fireAny(zapier, subscribedIn(runs)));
    const results = await hydrated(zapier, await zap.next(), mostResults);
    return { results, listed: await hydrated(zapier, await zap.samples(), mostResults) };
  } finally {
    await zap.switchOff();
  }
}

/** The events that a trigger has subscribed to at the relay. */
function subscribedIn(runs: readonly RecordedRun[]): string[] {
  return runs
    .flatMap(({ requests }) => requests)
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/subscriptions'))
    .map(({ body = '{}' }) => toText(toRecord(JSON.parse(body))['event']) ?? '');
}

/** Fires one of HighLevel's events, about a record that is there. @throws Error when there is no such record */
export async function fireAny(zapier: LocalZapier, events: readonly string[]): Promise<void> {
  for (const type of events) {
    const collection = await collectionOf(zapier, type);
    if (collection === undefined) continue;
    const { id } = await someRecord(zapier, collection);
    await zapier.sandbox.post('/events', { type, id });
    return;
  }
  throw new Error(
    `The sandbox has no records for ${events.join(' or ')}. Say in scripts/check/live/cases.ts what starts it.`,
  );
}

/** The first of the records, with every pointer followed. */
async function hydrated(
  zapier: LocalZapier,
  records: RawRecord[],
  most: number,
): Promise<RawRecord[]> {
  const full: RawRecord[] = [];
  for (const record of records.slice(0, most)) {
    full.push(toRecord(await zapier.hydrate(record)));
  }
  return full;
}

function reasonOf(error: unknown): string {
  const sentence = error instanceof OperationError ? error.summary : String(error);
  return sentence.split('\n')[0] ?? '';
}
