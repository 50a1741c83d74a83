import {
  NO_LIMIT,
  OperationError,
  type LocalZapier,
  type PointerAnswers,
  type RecordedRun,
} from '../../../local/index.ts';
import { toList, toRecord, toText, type RawRecord } from '../../../resources/values.ts';
import { isFunction, readFields, type Field, type Operation } from '../integration.ts';
import type { EmptyValue, LiveRun, Try } from '../rules/live.ts';
import { LIVE_CASES } from './cases.ts';
import { inputsFor, openForms, type Forms } from './inputs.ts';
import { collectionOf, someRecord } from './records.ts';

/** What is noted of inputs with which a step neither found anything nor failed. */
export const FOUND_NOTHING = 'It found nothing.';

/** How much of each operation is looked at. */
export interface Extent {
  /** What it is tried with beside what gave a result: its other fields, and a dropdown's other records. */
  further: 'nothing' | 'fields' | 'fields and records';
  /** Of a long answer so many are looked at: following pointers takes calls. */
  mostResults: number;
  /** What is filled in of every operation. */
  inputs?: RawRecord;
  /** Asked after each try that gave results, whether these and the ones before are enough. */
  isEnough?: (results: RawRecord[]) => boolean;
}

/** For who looks at what an operation returns. */
export const ONE_RESULT: Extent = { further: 'nothing', mostResults: 8 };

/** For who looks at whether an operation works. */
export const ONE_RECORD: Extent = { further: 'nothing', mostResults: 1 };

/** For who looks at how an operation works, and not at all that it can return. */
export const FEW_RECORDS: Extent = { further: 'fields', mostResults: 1 };

/** Runs operations that a person can choose, each on fresh data, until it gives a result unless told. */
export async function runAll(
  operations: readonly Operation[],
  zapier: LocalZapier,
  extent = ONE_RESULT,
  forms = openForms(zapier),
): Promise<LiveRun[]> {
  const runs: LiveRun[] = [];
  const answers: PointerAnswers = new Map();
  const follow = async (records: readonly RawRecord[]) =>
    toList(await zapier.hydrate(records.slice(0, extent.mostResults), answers)).map(toRecord);
  for (const operation of operations) {
    await zapier.reset(NO_LIMIT);
    runs.push(await runOne({ operation, zapier, forms, extent, follow }));
  }
  return runs;
}

/**
 * The same runs, but where a value stayed empty, those with more inputs: of the operations that return it,
 * one after the other until one fills it in.
 *
 * @param emptyValues the values that other inputs may fill in
 */
export async function runFurther(
  runs: readonly LiveRun[],
  zapier: LocalZapier,
  emptyValues: (runs: readonly LiveRun[]) => EmptyValue[],
  forms = openForms(zapier),
): Promise<LiveRun[]> {
  const known = new Map(runs.map((run) => [run.operation.path, run]));
  // Nothing is left to try of what gave no result, and an event has no inputs.
  const untried = new Set(
    runs.filter(({ operation, results }) => operation.type !== 'hook' && results.length > 0),
  );
  const current = () => [...known.values()];
  const empty = emptyValues(runs);
  for (const { isEmpty, returns } of empty) {
    for (const run of [...untried].filter(returns)) {
      if (!isEmpty(current())) break;
      untried.delete(run);
      let missing = empty.filter((value) => value.returns(run) && value.isEmpty(current()));
      const isEnough = (results: RawRecord[]) => {
        missing = missing.filter((value) => value.isEmpty([{ ...run, results }]));
        return missing.length === 0;
      };
      const extent: Extent = { further: 'fields and records', mostResults: 8, isEnough };
      for (const more of await runAll([run.operation], zapier, extent, forms)) {
        known.set(run.operation.path, more);
      }
    }
  }
  return current();
}

/** An operation that is run. */
interface Subject {
  operation: Operation;
  zapier: LocalZapier;
  forms: Forms;
  extent: Extent;
  /** The first of the records, with every pointer followed; equal pointers are fetched once. */
  follow: (records: readonly RawRecord[]) => Promise<RawRecord[]>;
}

async function runOne(subject: Subject): Promise<LiveRun> {
  const { operation, zapier } = subject;
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
      ? { ...run, outputFields, ...(await runHook(subject)) }
      : { ...run, outputFields, ...(await runStep(subject)) };
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
async function runStep({
  operation,
  zapier,
  forms,
  extent: { further, inputs: always, isEnough = () => further === 'nothing' },
  follow,
}: Subject): Promise<Pick<LiveRun, 'results' | 'others' | 'tries'>> {
  const { inputs, event, reply } = LIVE_CASES[operation.path] ?? {};
  await event?.(zapier);
  const run = async (inputData: RawRecord): Promise<RawRecord[]> => {
    if (!reply) return zapier.run(operation.path, inputData);
    const step = zapier.waitingStep(operation.key, inputData);
    await step.begin();
    await reply(zapier, inputData);
    return [await step.resumed()];
  };
  const given = { ...always, ...(await inputs?.(zapier)) };
  const found: RawRecord[][] = [];
  const tries: Try[] = [];
  // What a step is refused for, such as a permission, another record does not change.
  const foundNothing = () => tries.some(({ outcome }) => outcome === FOUND_NOTHING);
  const goesOn = () => further === 'fields and records' || (found.length === 0 && foundNothing());
  for await (const inputData of inputsFor(
    { zapier, operation, form: forms(operation) },
    given,
    goesOn,
  )) {
    try {
      const results = await follow(await run(inputData));
      if (results.length === 0) {
        tries.push({ inputData, outcome: FOUND_NOTHING });
        continue;
      }
      found.push(results);
      if (isEnough(results)) break;
    } catch (error) {
      tries.push({ inputData, outcome: reasonOf(error) });
    }
  }
  const [results = [], ...others] = found;
  return { results, others: others.flat(), tries };
}

/** Subscribes, lets something happen, and takes what the relay delivers; then unsubscribes. */
async function runHook({
  operation,
  zapier,
  follow,
}: Subject): Promise<Pick<LiveRun, 'results' | 'listed'>> {
  const { inputs, event } = LIVE_CASES[operation.path] ?? {};
  const zap = zapier.instantZap(operation.key, await inputs?.(zapier));
  const { outcome, runs } = await zapier.app.record(() => zap.switchOn());
  if (outcome.status === 'rejected') throw outcome.reason;
  try {
    await (event ? event(zapier) : fireAny(zapier, subscribedIn(runs)));
    const results = await follow(await zap.next());
    return { results, listed: await follow(await zap.samples()) };
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

function reasonOf(error: unknown): string {
  const sentence = error instanceof OperationError ? error.summary : String(error);
  return sentence.split('\n')[0] ?? '';
}
