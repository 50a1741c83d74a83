import { toRecord, type RawRecord } from '../../resources/values.ts';
import { Deduplicator } from '../../test/support/dedupe.ts';
import type { BundleInput } from '../../test/support/packaged-app.ts';
import type { OwnTrigger } from '../recipe.ts';
import type { Workplace } from './workplace.ts';

/** A Zap that is on: its trigger waits for something to happen. */
export interface Listening {
  /** The items that start a run each; an instant trigger waits for this many events first. */
  items: (events: number) => Promise<RawRecord[]>;
  /** Switches the Zap off. */
  stop: () => Promise<void>;
}

/**
 * Switches a Zap with a trigger of this integration on, as Zapier does: a polling trigger is asked
 * once what is there already, an instant one subscribes.
 *
 * @param inputData what the trigger's fields hold
 */
export async function listen(
  workplace: Workplace,
  { operation }: OwnTrigger,
  inputData: RawRecord,
): Promise<Listening> {
  const { triggers } = await workplace.app.definition();
  const { type } = toRecord(toRecord(toRecord(triggers)[operation])['operation']);
  const switchOn = type === 'hook' ? subscribe : poll;
  return switchOn(workplace, `triggers.${operation}.operation`, inputData);
}

async function poll(
  { app, authData }: Workplace,
  operation: string,
  inputData: RawRecord,
): Promise<Listening> {
  const ask = (meta: RawRecord = {}) =>
    app.list({ method: `${operation}.perform`, bundle: { authData, inputData, meta } });
  const zap = new Deduplicator();
  zap.populate(await ask({ isPopulatingDedupe: true }));
  return { items: async () => zap.take(await ask()), stop: () => Promise.resolve() };
}

async function subscribe(
  { app, authData, hooks }: Workplace,
  operation: string,
  inputData: RawRecord,
): Promise<Listening> {
  const address = hooks.address();
  const zap: BundleInput = { authData, inputData, targetUrl: address.url };
  const subscribeData = await app.one({ method: `${operation}.performSubscribe`, bundle: zap });
  const items = async (events: number) => {
    const started: RawRecord[] = [];
    for (const { content, headers } of await address.deliveries(events)) {
      const rawRequest = { method: 'POST', querystring: '', content, headers };
      const cleanedRequest: unknown = JSON.parse(content);
      const bundle = { ...zap, subscribeData, rawRequest, cleanedRequest };
      started.push(...(await app.list({ method: `${operation}.perform`, bundle })));
    }
    return started;
  };
  const stop = async () => {
    const bundle = { ...zap, subscribeData };
    await app.execute({ method: `${operation}.performUnsubscribe`, bundle });
  };
  return { items, stop };
}
