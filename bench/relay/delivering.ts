import { milliseconds, ratiosOf, type Curve, type Figure } from '../figures.ts';
import type { Backend } from './backends.ts';
import { concurrencyTo, ONE, perSecond, QUIET, THOUSAND, type Bed } from './bed.ts';
import { locationsOf, type Locations } from './events.ts';

/** Deliveries a second to one number of targets, a value a round. */
export interface Delivering {
  targets: number;
  delivered: number[];
  posted: number[];
}

/** How long a quiet location's events take, and how long all that was in line before them. */
export interface Fairness {
  quietMs: number[];
  lineMs: number[];
}

/** Events of the quiet location. */
const FEW = 10;

/**
 * How fast a relay delivers what waits, to one target and to a thousand. While the one target's
 * events go out, a second sub-account gets a few of its own.
 *
 * @param count events of each measurement
 */
export async function measureDelivering(
  bed: Bed,
  rounds: number,
  count: number,
): Promise<{ delivering: Delivering[]; fairness: Fairness }> {
  const fairness: Fairness = { quietMs: [], lineMs: [] };
  const one: Delivering = { targets: ONE.count, delivered: [], posted: [] };
  const thousand: Delivering = { targets: THOUSAND.count, delivered: [], posted: [] };
  for (const locations of [ONE, QUIET, THOUSAND]) await bed.subscribe(locations);
  for (let round = 0; round < rounds; round += 1) {
    await bed.fill(ONE, count);
    await bed.prepare(QUIET, FEW);
    const { at, held } = await bed.tools.target.behave({ kind: 'answer' });
    await bed.flood(1);
    const { lastAt } = await bed.tools.target.waitFor(count + FEW);
    const paths = await bed.tools.target.paths();
    fairness.quietMs.push((paths['/hook/quiet-0']?.lastAt ?? Number.NaN) - at);
    fairness.lineMs.push((paths['/hook/one-0']?.lastAt ?? Number.NaN) - at);
    one.delivered.push(((count + FEW - held) / (lastAt - at)) * 1000);
    await bed.settle();
    one.posted.push(await post(bed, ONE, count));

    await bed.fill(THOUSAND, count);
    thousand.delivered.push(await bed.drain(count));
    await bed.settle();
    thousand.posted.push(await post(bed, THOUSAND, count));
  }
  return { delivering: [one, thousand], fairness };
}

/** The plain loop to the same addresses. */
async function post(bed: Bed, locations: Locations, count: number): Promise<number> {
  const hooks = locationsOf(locations).map((location) => bed.hookOf(location));
  return bed.tools.baselines.post(hooks, count, concurrencyTo(locations.count));
}

/** The figures of deliveries to so many targets. */
export function deliveringFigure(
  { name }: Backend,
  { targets, delivered, posted }: Delivering,
): Figure {
  return {
    part: 'relay',
    measure: `${name}: deliveries of what waits to ${targets.toLocaleString('en')} ${targets === 1 ? 'target' : 'targets'}`,
    baseline: 'a plain loop of POSTs, as many at once',
    ratios: ratiosOf(delivered, posted),
    target: { atLeast: 0.6 },
    absolute: perSecond(delivered),
    baselineAbsolute: perSecond(posted),
  };
}

export function fairnessFigure({ name }: Backend, { quietMs, lineMs }: Fairness): Figure {
  return {
    part: 'relay',
    measure: `${name}: one location's line is long, the other's ${FEW} events come: until its last`,
    baseline: 'until the line that was there before is delivered, which is the wait in plain order',
    ratios: ratiosOf(quietMs, lineMs),
    absolute: milliseconds(Math.min(...quietMs)),
    baselineAbsolute: milliseconds(Math.min(...lineMs)),
  };
}

/** How deliveries a second change with the number of targets. */
export function targetsCurve(
  found: readonly { backend: Backend; delivering: readonly Delivering[] }[],
  middle: (rates: readonly number[]) => number,
): Curve {
  return {
    name: 'deliveries-by-targets',
    title: 'Deliveries a second, by the number of targets',
    x: 'targets',
    y: 'a second',
    logarithmic: true,
    series: found.flatMap(({ backend, delivering }) => [
      {
        name: backend.name,
        points: delivering.map((one): [number, number] => [one.targets, middle(one.delivered)]),
      },
      {
        name: `plain loop beside ${backend.name}`,
        points: delivering.map((one): [number, number] => [one.targets, middle(one.posted)]),
      },
    ]),
  };
}
