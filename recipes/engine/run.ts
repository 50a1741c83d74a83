import { OperationError, type LocalZapier } from '../../local/index.ts';
import { isRecord, toRecord, type RawRecord } from '../../resources/values.ts';
import type { Inputs, Mapped, Receipt, Recipe, Step } from '../recipe.ts';
import { TRANSFORMS } from './formatter.ts';
import { operationFacts } from './operations.ts';
import { holds } from './rules.ts';
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

/** Thrown where a filter or an empty search ends a run. */
class Stopped extends Error {}

/**
 * Runs the steps of a Zap once, as Zapier does: fields rendered from the steps before, pointers
 * fetched when a field of theirs is used, one step after the other.
 *
 * @param item what the trigger gave
 * @param whileWaiting called when a step waits, before it goes on
 * @throws OperationError when a step of this integration fails
 */
export async function runZap(
  zapier: LocalZapier,
  recipe: Recipe,
  item: RawRecord,
  tables: Tables,
  whileWaiting: () => Promise<void> = () => Promise.resolve(),
): Promise<Run> {
  const run = new ZapRun({ zapier, tables, whileWaiting }, item);
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

/** What a run has to do with outside. */
interface Surroundings {
  zapier: LocalZapier;
  tables: Tables;
  whileWaiting: () => Promise<void>;
}

class ZapRun {
  readonly receipts: Receipt[] = [];
  readonly #zapier: LocalZapier;
  readonly #tables: Tables;
  readonly #whileWaiting: () => Promise<void>;
  /** What each step gave, by its key. */
  readonly #outputs = new Map<string, RawRecord>();
  readonly #startedAt = new Date();
  /** What pointers led to: Zapier fetches each once. */
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor({ zapier, tables, whileWaiting }: Surroundings, item: RawRecord) {
    this.#zapier = zapier;
    this.#tables = tables;
    this.#whileWaiting = whileWaiting;
    this.#outputs.set('trigger', item);
  }

  async steps(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.#outputs.set(step.key, await this.#step(step));
    }
  }

  async #step(step: Step): Promise<RawRecord> {
    switch (step.kind) {
      case 'search':
        return this.#search(step.operation, step.inputs, step);
      case 'create':
        return this.#create(step.operation, step.inputs);
      case 'find_or_create':
        return this.#findOrCreate(step);
      case 'app': {
        const fields = await this.#inputs(step.inputs);
        this.receipts.push({ step: step.key, fields });
        return { ...step.sample };
      }
      case 'table':
        return this.#findOrCreateRow(step.table, await render(step.value, this.#lookup));
      case 'filter':
        if (!(await holds(step.groups, this.#lookup))) throw new Stopped();
        return {};
      case 'formatter':
        return { output: TRANSFORMS[step.transform].run(await this.#inputs(step.inputs)) };
      case 'paths':
        return this.#paths(step.branches);
      case 'loop':
        return this.#loop(step);
    }
  }

  /** What a step of this integration returns: the record of a create, the results of a search. */
  async #results(operation: string, inputs: Inputs): Promise<RawRecord[]> {
    return this.#zapier.run(
      operation,
      await stepInput(this.#zapier, operation, inputs, this.#lookup),
    );
  }

  async #create(operation: string, inputs: Inputs): Promise<RawRecord> {
    if (operationFacts('creates', operation).waits) return this.#wait(operation, inputs);
    return toRecord((await this.#results(`creates.${operation}`, inputs))[0]);
  }

  /** A step that pauses the Zap until something happens. */
  async #wait(operation: string, inputs: Inputs): Promise<RawRecord> {
    const inputData = await stepInput(this.#zapier, `creates.${operation}`, inputs, this.#lookup);
    const step = this.#zapier.waitingStep(operation, inputData);
    await step.begin();
    await this.#whileWaiting();
    return step.resumed();
  }

  async #search(
    operation: string,
    inputs: Inputs,
    { all, ifNothing }: { all?: true; ifNothing?: 'continue' },
  ): Promise<RawRecord> {
    const results = await this.#results(`searches.${operation}`, inputs);
    const [first] = results;
    if (!first && ifNothing !== 'continue') throw new Stopped();
    return { ...(all ? { results } : first), _zap_search_was_found_status: first !== undefined };
  }

  async #findOrCreate({
    operation,
    inputs,
    createInputs,
  }: Extract<Step, { kind: 'find_or_create' }>): Promise<RawRecord> {
    const pairs = toRecord((await this.#zapier.app.definition())['searchOrCreates']);
    const { search, create } = toRecord(pairs[operation]);
    const [found] = await this.#results(`searches.${String(search)}`, inputs);
    if (found) return { ...found, _zap_search_was_found_status: true };
    const created = await this.#create(String(create), createInputs);
    return { ...created, _zap_search_was_found_status: false };
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
  async #loop({ key, over, steps }: Extract<Step, { kind: 'loop' }>): Promise<RawRecord> {
    const items = await renderLines([over], this.#lookup);
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
