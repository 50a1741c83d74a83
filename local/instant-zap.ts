import { toRecord, type RawRecord } from '../resources/values.ts';
import type { Delivery, HookCatcher, HookTarget } from './hook-catcher.ts';
import type { ZapParts } from './zap.ts';

/** A Zap with an instant trigger, as Zapier runs it: switched on, started by deliveries, switched off. */
export class InstantZap {
  /** What `performSubscribe` returned, which Zapier keeps with the Zap. */
  subscribeData: RawRecord = {};

  readonly #parts: ZapParts;
  readonly #target: HookTarget;

  constructor(parts: ZapParts & { hooks: HookCatcher }) {
    this.#parts = parts;
    this.#target = parts.hooks.newTarget(parts.trigger);
  }

  /** Where the relay delivers to it. */
  get url(): string {
    return this.#target.url;
  }

  /** How many deliveries came and were not taken. */
  get waiting(): number {
    return this.#target.waiting;
  }

  async switchOn(): Promise<void> {
    this.subscribeData = await this.#parts.app.one({
      method: this.#method('performSubscribe'),
      bundle: { ...this.#bundle(), targetUrl: this.url },
    });
  }

  /** The next delivery, waited for. @throws Error when none comes */
  delivery(): Promise<Delivery> {
    return this.#target.next();
  }

  /** What the next delivery starts the Zap with. */
  async next(): Promise<RawRecord[]> {
    return this.startedBy(await this.delivery());
  }

  /** What a delivery starts the Zap with. */
  startedBy({ rawRequest, cleanedRequest }: Delivery): Promise<RawRecord[]> {
    return this.#parts.app.list({
      method: this.#method('perform'),
      bundle: { ...this.#bundle(), rawRequest, cleanedRequest },
    });
  }

  /** The examples that a person sees before the Zap is on. */
  samples(): Promise<RawRecord[]> {
    return this.#parts.app.list({
      method: this.#method('performList'),
      bundle: { ...this.#bundle(), meta: { isLoadingSample: true } },
    });
  }

  async switchOff(): Promise<void> {
    await this.#parts.app.execute({
      method: this.#method('performUnsubscribe'),
      bundle: { ...this.#bundle(), targetUrl: this.url },
    });
  }

  #method(name: string): string {
    return `triggers.${this.#parts.trigger}.operation.${name}`;
  }

  #bundle() {
    const { authData, inputData } = this.#parts;
    return { authData, inputData: toRecord(inputData), subscribeData: this.subscribeData };
  }
}
