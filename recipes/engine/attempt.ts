import type { LocalZapier } from '../../local/index.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../resources/values.ts';
import type { Expectation, Given, Recipe, Try } from '../recipe.ts';
import { runZap, type Run, type Tables, type Watcher } from './run.ts';
import { listen } from './starts.ts';
import { stepInput } from './step-input.ts';
import { partsOf, render, tokensIn, type Lookup } from './template.ts';

/** Records of the sandbox by the names that a try gives them. */
export type Named = Map<string, RawRecord>;

/**
 * Runs a recipe as a try says: prepares the sandbox, switches the Zap on, lets happen what starts
 * it, and runs it for each item.
 *
 * @param named receives what the try names
 * @param watcher looks on while the Zap runs
 */
export async function attempt(
  zapier: LocalZapier,
  recipe: Recipe,
  { given = [], happens = [], meanwhile = [], payload, times = 1, ...expected }: Try,
  named: Named,
  watcher: Watcher = {},
): Promise<Run[]> {
  for (const one of given) await prepare(zapier, one, named);
  // Answered once no webhook is under way: what happened before the Zap is on must not start it.
  await zapier.sandbox.list('/deliveries');
  const tables: Tables = new Map();
  const { trigger } = recipe;
  let items: RawRecord[];
  if (trigger.kind === 'own') {
    const inputs = await stepInput(
      zapier,
      `triggers.${trigger.operation}`,
      trigger.inputs,
      lookupIn(named),
    );
    const zap = await listen(zapier, trigger, inputs);
    for (const one of happens) await prepare(zapier, one, named);
    items = await zap.items(expected.events ?? expected.finished + (expected.stopped ?? 0));
    await zap.stop();
  } else {
    const sent = await filledIn(payload ?? trigger.sample, named);
    items = Array.from({ length: times }, () => toList(sent).filter(isRecord)).flat();
  }
  const runs: Run[] = [];
  const whileWaiting = async () => {
    for (const one of meanwhile) await prepare(zapier, one, named);
  };
  for (const item of items) {
    runs.push(await runZap(zapier, recipe, item, tables, whileWaiting, watcher));
  }
  return runs;
}

/** The records that an expectation speaks of, as the sandbox has them now. */
export async function recordsFor(
  { sandbox }: LocalZapier,
  expectation: Expectation,
  named: Named,
): Promise<RawRecord[]> {
  const where = toRecord(await filledIn(expectation.where, named));
  const found = await sandbox.list(`/state/${expectation.in}?${queryOf(where)}`);
  if (expectation.as !== undefined && found[0]) named.set(expectation.as, found[0]);
  return found;
}

async function prepare(zapier: LocalZapier, given: Given, named: Named): Promise<void> {
  const record = await happen(zapier, given, named);
  if (given.as !== undefined) named.set(given.as, record);
}

async function happen(zapier: LocalZapier, given: Given, named: Named): Promise<RawRecord> {
  const { sandbox } = zapier;
  if ('pick' in given) {
    const where = toRecord(await filledIn(given.where, named));
    const [found] = await sandbox.list(`/state/${given.pick}?${queryOf(where)}`);
    if (!found) throw new Error(`The sandbox has no ${given.pick} with ${queryOf(where)}.`);
    return found;
  }
  if ('post' in given) {
    const path = await render(given.post, lookupIn(named));
    return sandbox.post(path, toRecord(await filledIn(given.body, named)));
  }
  const inputData = toRecord(await filledIn(given.inputs, named));
  return toRecord((await zapier.run(given.operation, inputData))[0]);
}

function queryOf(where: RawRecord): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(where)) query.set(key, String(value));
  return query.toString();
}

const TIME = /^\{\{(ago|in)__(\d+)h\}\}$/;

/**
 * A copy of a value with the tokens in its texts filled in. `{{ago__30h}}` is the time 30 hours ago,
 * `{{in__20h}}` the time in 20 hours.
 */
export async function filledIn(value: unknown, named: Named): Promise<unknown> {
  if (typeof value === 'string') {
    const [, direction, hours] = TIME.exec(value) ?? [];
    if (hours) {
      const distance = Number(hours) * 3_600_000;
      return new Date(Date.now() + (direction === 'in' ? distance : -distance)).toISOString();
    }
    return tokensIn(value).length === 0 ? value : render(value, lookupIn(named));
  }
  if (Array.isArray(value)) return Promise.all(value.map((one) => filledIn(one, named)));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(async ([key, one]) => [
    key,
    await filledIn(one, named),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

function lookupIn(named: Named): Lookup {
  return ({ step, field, text }) => {
    const record = named.get(step);
    if (!record) throw new Error(`Nothing is named ${step}, which ${text} asks for.`);
    const value = partsOf(field).reduce<unknown>((found, part) => toRecord(found)[part], record);
    return Promise.resolve(value);
  };
}
