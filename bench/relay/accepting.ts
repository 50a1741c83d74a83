import { milliseconds, ratiosOf, type Figure } from '../figures.ts';
import type { Backend } from './backends.ts';
import { CONNECTIONS, concurrencyTo, HUNDRED, perSecond, UNWANTED, type Bed } from './bed.ts';
import { locationsOf } from './events.ts';

/** What each round found, one value a round: rates a second, processor time in milliseconds. */
export interface Accepting {
  verified: number[];
  unwanted: number[];
  stored: number[];
  whileDelivering: number[];
  deliveredMeanwhile: number[];
  drained: number[];
  posted: number[];
  cost: { unwanted: number[]; stored: number[]; delivered: number[] };
}

const VERIFY_ONLY = 'a server with the same framework that verifies the same signature, no more';

/**
 * How many events a second a relay commits, with nobody asking for them, with all of them stored,
 * and with all of them delivered at the same time; and how fast it delivers what it stored.
 *
 * @param count events of each measurement at most
 */
export async function measureAccepting(
  bed: Bed,
  rounds: number,
  count: number,
  seconds: number,
): Promise<Accepting> {
  const { generator, target, baselines } = bed.tools;
  const found: Accepting = {
    verified: [],
    unwanted: [],
    stored: [],
    whileDelivering: [],
    deliveredMeanwhile: [],
    drained: [],
    posted: [],
    cost: { unwanted: [], stored: [], delivered: [] },
  };
  await bed.subscribe(HUNDRED);
  const hooks = locationsOf(HUNDRED).map((location) => bed.hookOf(location));
  // The first round warms up the processes and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    const isWarm = round > 0;
    const most = isWarm ? count : Math.min(count, 1000);
    const note = (list: number[], value: number): void => {
      if (isWarm) list.push(value);
    };

    await bed.hold();
    await bed.prepare(HUNDRED, most);
    const verified = await generator.flood([baselines.url], CONNECTIONS, seconds);
    note(found.verified, verified.accepted / verified.seconds);
    const stored = await timed(bed, () => bed.flood(seconds));
    note(found.stored, stored.value.accepted / stored.value.seconds);
    note(found.cost.stored, stored.processor / stored.value.accepted);
    const drained = await timed(bed, () => bed.drain(stored.value.accepted));
    note(found.drained, drained.value);
    note(found.cost.delivered, drained.processor / stored.value.accepted);
    await target.forget();
    note(found.posted, await baselines.post(hooks, most, concurrencyTo(HUNDRED.count)));

    await target.forget();
    await bed.prepare(HUNDRED, most);
    const both = await bed.flood(seconds);
    const { distinct } = await target.count();
    note(found.whileDelivering, both.accepted / both.seconds);
    note(found.deliveredMeanwhile, distinct / both.seconds);
    await target.waitFor(both.accepted);
    await bed.settle();

    await bed.prepare(UNWANTED, most);
    const unwanted = await timed(bed, () => bed.flood(seconds));
    note(found.unwanted, unwanted.value.accepted / unwanted.value.seconds);
    note(found.cost.unwanted, unwanted.processor / unwanted.value.accepted);
    await bed.settle();
  }
  return found;
}

/** Does something and waits until the relays rest; gives the processor time that it took them. */
async function timed<T>(
  bed: Bed,
  work: () => Promise<T>,
): Promise<{ value: T; processor: number }> {
  const before = await bed.processorTime();
  const value = await work();
  await bed.settle();
  return { value, processor: (await bed.processorTime()) - before };
}

/** The figures of {@link measureAccepting}. */
export function acceptingFigures({ name, acceptedAtLeast }: Backend, found: Accepting): Figure[] {
  const beside = (measure: string, rates: number[], target?: Figure['target']): Figure => ({
    part: 'relay',
    measure: `${name}: ${measure}`,
    baseline: VERIFY_ONLY,
    ratios: ratiosOf(rates, found.verified),
    ...(target && { target }),
    absolute: perSecond(rates),
    baselineAbsolute: perSecond(found.verified),
  });
  return [
    beside('events accepted and stored, committed before the answer', found.stored, {
      atLeast: acceptedAtLeast,
    }),
    beside('events accepted while every one is delivered', found.whileDelivering),
    beside('events accepted that no Zap asked for', found.unwanted),
  ];
}

/** Processor time of each kind of work, as a person reads it. */
export function costOf({ cost }: Accepting): string {
  const each = (times: number[]): string => milliseconds(Math.min(...times));
  return `${each(cost.stored)} stored, ${each(cost.unwanted)} not asked for, ${each(cost.delivered)} delivered`;
}
