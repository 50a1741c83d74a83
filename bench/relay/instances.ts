import { median, type Curve, type Fact } from '../figures.ts';
import { HUNDRED, type Bed } from './bed.ts';

/** Deliveries a second with so many relays on one database. */
export interface Instances {
  relays: number;
  /** Targets that answer at once: the machine's processor is the limit. */
  quick: number[];
  /** Targets that take as long as a distant one: the relays' places are the limit. */
  distant: number[];
  /** Processor time of all relays for a delivery, in milliseconds. */
  cost: number[];
}

/** About what Zapier takes to answer a hook. */
export const DISTANT_MS = 200;

/** Several relays on one database, which deliver what waits; `counts` of them, from few to many. */
export async function measureInstances(
  bed: Bed,
  counts: readonly number[],
  rounds: number,
  count: number,
): Promise<Instances[]> {
  await bed.subscribe(HUNDRED);
  const found: Instances[] = [];
  for (const relays of counts) {
    while (bed.relays.length < relays) await bed.startRelay();
    const one: Instances = { relays, quick: [], distant: [], cost: [] };
    for (let round = 0; round < rounds; round += 1) {
      await bed.fill(HUNDRED, count);
      await bed.settle();
      const before = await bed.processorTime();
      one.quick.push(await bed.drain(count));
      await bed.settle();
      one.cost.push(((await bed.processorTime()) - before) / count);

      await bed.fill(HUNDRED, count);
      one.distant.push(await bed.drain(count, DISTANT_MS));
      await bed.settle();
    }
    found.push(one);
  }
  return found;
}

export function instancesFacts(found: readonly Instances[], cores: number): Fact[] {
  const rate = (rates: readonly number[]): string => Math.round(median(rates)).toLocaleString('en');
  const list = (pick: (one: Instances) => readonly number[]): string =>
    found.map((one) => `${one.relays}: ${rate(pick(one))}`).join(', ');
  const [first, ...more] = found.map(({ distant }) => median(distant));
  const grows = more.every((value, index) => value > ([first, ...more][index] ?? Infinity));
  return [
    {
      part: 'relay',
      measure: `relays on one PostgreSQL, deliveries a second to targets that take ${DISTANT_MS} ms`,
      value: list(({ distant }) => distant),
      target: 'growing; the limit is the attempts that each relay has under way',
      holds: grows,
    },
    {
      part: 'relay',
      measure: 'relays on one PostgreSQL, deliveries a second to targets that answer at once',
      value: `${list(({ quick }) => quick)}; the limit is the ${cores} cores that relays, database and targets share: a delivery takes a relay ${median(found[0]?.cost ?? [Number.NaN]).toFixed(2)} ms of processor time`,
    },
  ];
}

export function instancesCurve(found: readonly Instances[]): Curve {
  const points = (pick: (one: Instances) => readonly number[]) =>
    found.map((one): [number, number] => [one.relays, median(pick(one))]);
  return {
    name: 'deliveries-by-relays',
    title: 'Deliveries a second, by the number of relays on one PostgreSQL',
    x: 'relays',
    y: 'a second',
    logarithmic: false,
    series: [
      { name: 'targets that answer at once', points: points(({ quick }) => quick) },
      { name: `targets that take ${DISTANT_MS} ms`, points: points(({ distant }) => distant) },
    ],
  };
}
