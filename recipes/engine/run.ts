import { OperationError, type LocalZapier } from '../../local/index.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../resources/values.ts';
import type { Inputs, Mapped, Receipt, Recipe, Step } from '../recipe.ts';
import { TRANSFORMS } from './formatter.ts';
import { operationFacts } from './operations.ts';
import { holds, type Rule } from './rules.ts';
import { isChosen, isLineItems, stepInput } from './step-input.ts';
import { partsOf, render, renderLines, renderList, type Lookup, type Token } from './template.ts';

/** What became of a run: it reached its end, or stopped at a filter or an empty search. */
export interface Run {
  finished: boolean;
  /** What actions of other apps were given. */
  receipts: Receipt[];
}

/** Rows of Zapier's own tables: they outlive a run. */
export type Tables = Map<string, Set<string>>;

/** How a step ended: with what it returned, or with what ended the run. */
export type StepEnd =
  | { outcome: 'done'; output: RawRecord }
  /** A filter, an empty search, or a step that halted: no failure for Zapier. */
  | { outcome: 'stopped'; sentence: string }
  | { outcome: 'failed'; error: unknown };

/** Looks on while a Zap runs. Steps of branches and loops begin and end within theirs. */
export interface Watcher {
  /** What the trigger gave. */
  started?: (item: RawRecord) => void;
  /** The step waits for the answer. */
  begins?: (step: Step, input: RawRecord) => Promise<void>;
  ended?: (step: Step, end: StepEnd) => void;
}

/** Thrown where a filter or an empty search ends a run. */
class Stopped extends Error {}

const FILTERED = 'The filter stopped the run here.';
const NOTHING_FOUND = 'Nothing was found, so the run stops here.';

/**
 * Runs the steps of a Zap once, as Zapier does: fields rendered from the steps before, pointers
 * fetched when a field of theirs is used, one step after the other.
 *
 * @param item what the trigger gave
 * @param whileWaiting called when a step waits, before it goes on
 * @param watcher looks on
 * @throws OperationError when a step of this integration fails
 */
export async function runZap(
  zapier: LocalZapier,
  recipe: Recipe,
  item: RawRecord,
  tables: Tables,
  whileWaiting: () => Promise<void> = () => Promise.resolve(),
  watcher: Watcher = {},
): Promise<Run> {
  const run = new ZapRun({ zapier, tables, whileWaiting, watcher }, item);
  watcher.started?.(item);
  try {
    await run.steps(recipe.steps);
    return { finished: true, receipts: run.receipts };
  } catch (error) {
    if (!stopsInOrder(error)) throw error;
    return { finished: false, receipts: run.receipts };
  }
}

/** A filter, an empty search, or a step that halts: none of them is a failure for Zapier. */
function stopsInOrder(error: unknown): boolean {
  return (
    error instanceof Stopped || (error instanceof OperationError && error.name === 'HaltedError')
  );
}

function endOf(error: unknown): StepEnd {
  if (!stopsInOrder(error)) return { outcome: 'failed', error };
  const sentence = error instanceof OperationError ? error.summary : messageOf(error);
  return { outcome: 'stopped', sentence };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a run has to do with outside. */
interface Surroundings {
  zapier: LocalZapier;
  tables: Tables;
  whileWaiting: () => Promise<void>;
  watcher: Watcher;
}

class ZapRun {
  readonly receipts: Receipt[] = [];
  readonly #zapier: LocalZapier;
  readonly #tables: Tables;
  readonly #whileWaiting: () => Promise<void>;
  readonly #watcher: Watcher;
  /** What each step gave, by its key. */
  readonly #outputs = new Map<string, RawRecord>();
  readonly #startedAt = new Date();
  /** What pointers led to: Zapier fetches each once. */
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor({ zapier, tables, whileWaiting, watcher }: Surroundings, item: RawRecord) {
    this.#zapier = zapier;
    this.#tables = tables;
    this.#whileWaiting = whileWaiting;
    this.#watcher = watcher;
    this.#outputs.set('trigger', item);
  }

  async steps(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.#outputs.set(step.key, await this.#watched(step));
    }
  }

  async #watched(step: Step): Promise<RawRecord> {
    const input = await this.#inputOf(step);
    await this.#watcher.begins?.(step, input);
    try {
      const output = await this.#step(step, input);
      this.#watcher.ended?.(step, { outcome: 'done', output });
      return output;
    } catch (error) {
      this.#watcher.ended?.(step, endOf(error));
      throw error;
    }
  }

  /** What a step is given: its fields, filled in from the steps before. */
  async #inputOf(step: Step): Promise<RawRecord> {
    switch (step.kind) {
      case 'search':
        return this.#ownInput(`searches.${step.operation}`, step.inputs);
      case 'create':
        return this.#ownInput(`creates.${step.operation}`, step.inputs);
      case 'find_or_create': {
        const { search } = await this.#pair(step.operation);
        return this.#ownInput(`searches.${search}`, step.inputs);
      }
      case 'app':
      case 'formatter':
        return this.#inputs(step.inputs);
      case 'table':
        return { [step.column]: await render(step.value, this.#lookup) };
      case 'filter':
        return this.#compared(step.groups);
      case 'loop':
        return { items: await renderLines([step.over], this.#lookup) };
      case 'paths':
        return {};
    }
  }

  async #step(step: Step, input: RawRecord): Promise<RawRecord> {
    switch (step.kind) {
      case 'search':
        return this.#search(step, input);
      case 'create':
        return this.#create(step.operation, input);
      case 'find_or_create':
        return this.#findOrCreate(step, input);
      case 'app':
        this.receipts.push({ step: step.key, fields: input });
        return { ...step.sample };
      case 'table':
        return this.#findOrCreateRow(step.table, String(input[step.column]));
      case 'filter':
        if (!(await holds(step.groups, this.#lookup))) throw new Stopped(FILTERED);
        return {};
      case 'formatter':
        return { output: TRANSFORMS[step.transform].run(input) };
      case 'paths':
        return this.#paths(step.branches);
      case 'loop':
        return this.#loop(step, toList(input['items']).filter(isRecord));
    }
  }

  #ownInput(operation: string, inputs: Inputs): Promise<RawRecord> {
    return stepInput(this.#zapier, operation, inputs, this.#lookup);
  }

  async #create(operation: string, input: RawRecord): Promise<RawRecord> {
    if (operationFacts('creates', operation).waits) return this.#wait(operation, input);
    return toRecord((await this.#zapier.run(`creates.${operation}`, input))[0]);
  }

  /** A step that pauses the Zap until something happens. */
  async #wait(operation: string, input: RawRecord): Promise<RawRecord> {
    const step = this.#zapier.waitingStep(operation, input);
    await step.begin();
    await this.#whileWaiting();
    return step.resumed();
  }

  async #search(
    { operation, all, ifNothing }: Extract<Step, { kind: 'search' }>,
    input: RawRecord,
  ): Promise<RawRecord> {
    const results = await this.#zapier.run(`searches.${operation}`, input);
    const [first] = results;
    if (!first && ifNothing !== 'continue') throw new Stopped(NOTHING_FOUND);
    return { ...(all ? { results } : first), _zap_search_was_found_status: first !== undefined };
  }

  async #findOrCreate(
    { operation, createInputs }: Extract<Step, { kind: 'find_or_create' }>,
    input: RawRecord,
  ): Promise<RawRecord> {
    const { search, create } = await this.#pair(operation);
    const [found] = await this.#zapier.run(`searches.${search}`, input);
    if (found) return { ...found, _zap_search_was_found_status: true };
    const created = await this.#create(
      create,
      await this.#ownInput(`creates.${create}`, createInputs),
    );
    return { ...created, _zap_search_was_found_status: false };
  }

  /** The search and the create of a "find or create" step. */
  async #pair(operation: string): Promise<{ search: string; create: string }> {
    const pairs = toRecord((await this.#zapier.app.definition())['searchOrCreates']);
    const { search, create } = toRecord(pairs[operation]);
    return { search: String(search), create: String(create) };
  }

  /** The values that a filter compares, by its fields. */
  async #compared(groups: readonly (readonly Rule[])[]): Promise<RawRecord> {
    const values: RawRecord = {};
    for (const { field } of groups.flat()) values[field] = await render(field, this.#lookup);
    return values;
  }

  #findOrCreateRow(table: string, value: string): RawRecord {
    const rows = this.#tables.get(table) ?? new Set<string>();
    this.#tables.set(table, rows);
    const wasFound = rows.has(value);
    rows.add(value);
    return { _zap_search_was_found_status: wasFound };
  }

  async #paths(branches: Extract<Step, { kind: 'paths' }>['branches']): Promise<RawRecord> {
    const taken = [];
    for (const branch of branches) {
      const isTaken =
        branch.groups === 'fallback'
          ? taken.length === 0
          : await holds(branch.groups, this.#lookup);
      if (isTaken) taken.push(branch);
    }
    for (const { steps } of taken) await this.steps(steps);
    return {};
  }

  /** A filter inside a loop stops that iteration alone. */
  async #loop(
    { key, steps }: Extract<Step, { kind: 'loop' }>,
    items: readonly RawRecord[],
  ): Promise<RawRecord> {
    for (const [index, item] of items.entries()) {
      this.#outputs.set(key, {
        ...item,
        loop_iteration: index + 1,
        loop_iteration_is_last: index === items.length - 1,
      });
      await this.steps(steps).catch((error: unknown) => {
        if (!stopsInOrder(error)) throw error;
      });
    }
    return {};
  }

  /** The fields of another app's step: texts, and lists as lists. */
  async #inputs(inputs: Inputs): Promise<RawRecord> {
    const fields: RawRecord = {};
    for (const [key, mapped] of Object.entries(inputs)) fields[key] = await this.#rendered(mapped);
    return fields;
  }

  #rendered(mapped: Mapped): unknown {
    if (isChosen(mapped)) return mapped.choose;
    if (isLineItems(mapped)) return renderLines(mapped, this.#lookup);
    if (typeof mapped === 'string') return render(mapped, this.#lookup);
    return renderList(mapped, this.#lookup);
  }

  readonly #lookup: Lookup = async ({ step, field, text }: Token) => {
    if (step === 'zap_meta') return this.#aboutTheRun(field);
    const output = this.#outputs.get(step);
    if (!output) throw new Error(`${text} names a step that has not run.`);
    return this.#valueAt(output, partsOf(field));
  };

  #aboutTheRun(field: string): string {
    if (field !== 'utc_iso') throw new Error(`Zapier has no {{zap_meta_${field}}} here.`);
    return this.#startedAt.toISOString();
  }

  /** A value in a record; of a list of records, the value in each. */
  async #valueAt(value: unknown, [part, ...rest]: string[]): Promise<unknown> {
    const found = await this.#fetched(value);
    if (part === undefined) return found;
    if (Array.isArray(found)) {
      const each: unknown[] = found;
      return Promise.all(each.map((one) => this.#valueAt(one, [part, ...rest])));
    }
    return isRecord(found) ? this.#valueAt(found[part], rest) : undefined;
  }

  /** What stands behind a pointer; any other value as it is. */
  #fetched(value: unknown): unknown {
    if (typeof value !== 'string' || !value.startsWith('hydrate|||')) return value;
    const answer = this.#answers.get(value) ?? this.#zapier.hydrate(value);
    this.#answers.set(value, answer);
    return answer;
  }
}
