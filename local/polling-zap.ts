import { randomUUID } from 'node:crypto';

import { isRecord, toList, toRecord, type RawRecord } from '../resources/values.ts';
import { Deduplicator } from './deduplicator.ts';
import type { ZapParts } from './zap.ts';

/** A poll: what the trigger returned, and which of it starts the Zap. */
export interface Poll {
  items: RawRecord[];
  started: RawRecord[];
}

/** A Zap with a polling trigger, as Zapier runs it: what is there already starts nothing. */
export class PollingZap {
  readonly #parts: ZapParts;
  #known: Promise<Deduplicator> | undefined;
  readonly #storeKey = `zap-${randomUUID()}`;

  constructor(parts: ZapParts) {
    this.#parts = parts;
  }

  /** Asks once for what is there. @returns those items: none of them starts the Zap */
  async switchOn(): Promise<RawRecord[]> {
    const items = await this.#ask({ isPopulatingDedupe: true });
    (await this.#deduplicator()).populate(items);
    return items;
  }

  async poll(): Promise<Poll> {
    const items = await this.#ask({});
    return { items, started: (await this.#deduplicator()).take(items) };
  }

  /** The examples that a person sees before the Zap is on. */
  samples(): Promise<RawRecord[]> {
    return this.#ask({ isLoadingSample: true });
  }

  #deduplicator(): Promise<Deduplicator> {
    return (this.#known ??= this.#primaryKeys().then((keys) => new Deduplicator(keys)));
  }

  /** The output fields that the trigger declares as primary; undefined where none is. */
  async #primaryKeys(): Promise<string[] | undefined> {
    const { app, trigger } = this.#parts;
    const triggers = toRecord((await app.definition())['triggers']);
    const operation = toRecord(toRecord(triggers[trigger])['operation']);
    const keys = toList(operation['outputFields'])
      .filter(isRecord)
      .filter(({ primary }) => primary === true)
      .map(({ key }) => String(key));
    return keys.length > 0 ? keys : undefined;
  }

  #ask(meta: RawRecord): Promise<RawRecord[]> {
    const { app, authData, trigger, inputData } = this.#parts;
    return app.list({
      method: `triggers.${trigger}.operation.perform`,
      bundle: { authData, inputData: toRecord(inputData), meta },
      storeKey: this.#storeKey,
    });
  }
}
