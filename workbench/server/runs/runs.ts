import type { WaitingStep } from '../../../local/index.ts';
import { toRecord, type RawRecord } from '../../../resources/values.ts';
import { LIVE_CASES } from '../../../scripts/check/live/cases.ts';
import type { RunRequest, RunView } from '../../api/run.ts';
import type { Connected } from '../connections/connections.ts';
import type { Desk } from '../desk.ts';
import { Problem } from '../http/problem.ts';
import { recorded } from './recorded.ts';
import { bundleOf, inputOfStep, prepareStep } from './step.ts';

/** How many tests are remembered. */
const MOST_REMEMBERED = 200;

interface Waiting {
  request: RunRequest;
  inputData: RawRecord;
  step: WaitingStep;
}

/** Tests of operations. The same ID is run once, however often it is asked for. */
export class Runs {
  readonly #desk: Desk;
  readonly #known = new Map<string, Promise<RunView>>();
  readonly #waiting = new Map<string, Waiting>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Runs an operation once, as "Test step" does. @throws Problem when the form is not complete */
  run(request: RunRequest): Promise<RunView> {
    const known = this.#known.get(request.id);
    if (known) return known;
    const run = this.#run(request);
    this.#remember(request.id, run);
    return run;
  }

  /** Lets somebody answer a step that waits. @throws Problem when none waits under that ID */
  resume(id: string): Promise<RunView> {
    const waiting = this.#waiting.get(id);
    if (!waiting) throw new Problem(404, 'waiting', 'This step does not wait. Test it again.');
    this.#waiting.delete(id);
    return this.#resume(waiting);
  }

  async #run(request: RunRequest): Promise<RunView> {
    const { operations, connections } = this.#desk;
    const operation = operations.find(request.kind, request.key);
    const connected = await connections.to(request.connection);
    const read = connected.openForms.shown(connected.forms, operation, request.timezone);
    const step = await prepareStep(read, operations, operation, request);
    const { runs: zapier } = connected;
    let inputData: RawRecord = {};
    const isSample = operation.kind === 'triggers';
    const method = operation.type === 'hook' ? 'performList' : 'perform';
    const waits = 'performResume' in operation.raw;
    const subject = {
      zapier,
      operation,
      timezone: request.timezone,
      inputData: () => inputData,
      id: request.id,
    };
    const run = await recorded(subject, async () => {
      const input = await inputOfStep(zapier, operations, step);
      inputData = input.inputData;
      if (waits) return [await this.#begin(request, connected, inputData)];
      if (method === 'performList') {
        return zapier.instantZap(operation.key, inputData).samples();
      }
      const meta = isSample ? { isLoadingSample: true } : {};
      return zapier.run(operation.path, inputData, bundleOf(input, request.timezone, meta));
    });
    return { ...run, isWaiting: this.#waiting.has(request.id) };
  }

  async #begin(request: RunRequest, { runs }: Connected, inputData: RawRecord): Promise<RawRecord> {
    const step = runs.waitingStep(request.key, inputData);
    const begun = await step.begin();
    this.#waiting.set(request.id, { request, inputData, step });
    return begun;
  }

  async #resume({ request, inputData, step }: Waiting): Promise<RunView> {
    const { operations, connections } = this.#desk;
    const operation = operations.find(request.kind, request.key);
    const { runs: zapier } = await connections.to(request.connection);
    const subject = {
      zapier,
      operation,
      timezone: request.timezone,
      inputData: () => inputData,
      title: `${operation.label}, after the answer`,
    };
    return recorded(subject, async () => {
      await LIVE_CASES[operation.path]?.reply?.(zapier, inputData);
      return [toRecord(await step.resumed())];
    });
  }

  #remember(id: string, run: Promise<RunView>): void {
    this.#known.set(id, run);
    // What did not run may be tried again.
    run.catch(() => this.#known.delete(id));
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }
}
