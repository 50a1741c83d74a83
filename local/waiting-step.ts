import { isRecord, toRecord, type RawRecord } from '../resources/values.ts';
import type { HookCatcher, HookTarget } from './hook-catcher.ts';
import type { PackagedApp } from './packaged-app.ts';

export interface WaitingStepParts {
  app: PackagedApp;
  authData: Record<string, string>;
  hooks: HookCatcher;
  /** The key of a create with a `performResume`. */
  create: string;
  inputData: RawRecord;
}

/** A step that pauses its Zap until its callback URL is called, as Zapier runs it. */
export class WaitingStep {
  /** What `perform` returned. */
  outputData: RawRecord = {};

  readonly #parts: WaitingStepParts;
  readonly #callback: HookTarget;

  constructor(parts: WaitingStepParts) {
    this.#parts = parts;
    this.#callback = parts.hooks.newTarget(parts.create);
  }

  /** How many calls came to the callback URL and were not taken. */
  get waiting(): number {
    return this.#callback.waiting;
  }

  /** Runs the step until it waits. @param meta more of `bundle.meta`, such as `isLoadingSample` */
  async begin(meta: RawRecord = {}): Promise<RawRecord> {
    const { inputData } = this.#parts;
    this.outputData = await this.#run('perform', { inputData, meta });
    return this.outputData;
  }

  /** What the step returns in the end. Waits for the call of its callback URL. @throws Error when none comes */
  async resumed(): Promise<RawRecord> {
    const { cleanedRequest, rawRequest } = await this.#callback.next();
    if (!isRecord(cleanedRequest)) throw new Error('The callback URL was called without a record.');
    const { inputData } = this.#parts;
    const { outputData } = this;
    return this.#run('performResume', { inputData, outputData, cleanedRequest, rawRequest });
  }

  #run(method: string, bundle: RawRecord): Promise<RawRecord> {
    const { app, authData, create } = this.#parts;
    return app.one({
      method: `creates.${create}.operation.${method}`,
      bundle: { ...bundle, authData, inputData: toRecord(bundle['inputData']) },
      callbackUrl: this.#callback.url,
    });
  }
}
