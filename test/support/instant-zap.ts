import { toRecord, type RawRecord } from '../../resources/values.ts';
import type { Catcher, Delivery } from './catcher.ts';
import type { PackagedApp } from './packaged-app.ts';

/** Where a Zap lives, and what a person filled in. */
export interface InstantZapParts {
  app: PackagedApp;
  /** Zapier's side of the hooks. */
  catcher: Catcher;
  authData: Record<string, string>;
  /** The trigger's key. */
  trigger: string;
  /** The Zap's name among those of the catcher; the trigger's key unless told. */
  name?: string;
  inputData?: RawRecord;
}

/** A Zap with an instant trigger, as Zapier runs it: switched on, started by deliveries, switched off. */
export class InstantZap {
  /** What `performSubscribe` gave, which Zapier keeps with the Zap. */
  subscribeData: RawRecord = {};

  readonly #parts: InstantZapParts;
  readonly #name: string;

  constructor(parts: InstantZapParts) {
    this.#parts = parts;
    this.#name = parts.name ?? parts.trigger;
  }

  /** Where the relay delivers to it. */
  get address(): string {
    return this.#parts.catcher.addressOf(this.#name);
  }

  async switchOn(): Promise<void> {
    const { app } = this.#parts;
    this.subscribeData = await app.one({
      method: this.#method('performSubscribe'),
      bundle: { ...this.#bundle(), targetUrl: this.address },
    });
  }

  /** The next delivery, waited for. */
  delivery(): Promise<Delivery> {
    return this.#parts.catcher.next(this.#name);
  }

  /** What the next delivery starts the Zap with. */
  async next(): Promise<RawRecord[]> {
    return this.startedBy(await this.delivery());
  }

  /** What a delivery starts the Zap with. */
  startedBy({ rawRequest, cleanedRequest }: Pick<Delivery, 'rawRequest' | 'cleanedRequest'>) {
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
    const { app } = this.#parts;
    await app.execute({
      method: this.#method('performUnsubscribe'),
      bundle: { ...this.#bundle(), targetUrl: this.address },
    });
  }

  /** Deliveries that came and were not taken. */
  get waiting(): number {
    const path = new URL(this.address).pathname;
    return this.#parts.catcher.deliveries.filter((delivery) => delivery.path === path).length;
  }

  #method(name: string): string {
    return `triggers.${this.#parts.trigger}.operation.${name}`;
  }

  #bundle() {
    const { authData, inputData } = this.#parts;
    return { authData, inputData: toRecord(inputData), subscribeData: this.subscribeData };
  }
}
