import type { LocalZapier } from '../../local/index.ts';
import { toRecord, type RawRecord } from '../../resources/values.ts';
import type { OwnTrigger } from '../recipe.ts';

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
  zapier: LocalZapier,
  { operation }: OwnTrigger,
  inputData: RawRecord,
): Promise<Listening> {
  const { triggers } = await zapier.app.definition();
  const { type } = toRecord(toRecord(toRecord(triggers)[operation])['operation']);
  const switchOn = type === 'hook' ? subscribe : poll;
  return switchOn(zapier, operation, inputData);
}

async function poll(
  zapier: LocalZapier,
  trigger: string,
  inputData: RawRecord,
): Promise<Listening> {
  const zap = zapier.pollingZap(trigger, inputData);
  await zap.switchOn();
  return {
    items: async () => (await zap.poll()).started,
    stop: () => Promise.resolve(),
  };
}

async function subscribe(
  zapier: LocalZapier,
  trigger: string,
  inputData: RawRecord,
): Promise<Listening> {
  const zap = zapier.instantZap(trigger, inputData);
  await zap.switchOn();
  const items = async (events: number) => {
    const started: RawRecord[] = [];
    for (let event = 0; event < events; event += 1) started.push(...(await zap.next()));
    return started;
  };
  return { items, stop: () => zap.switchOff() };
}
