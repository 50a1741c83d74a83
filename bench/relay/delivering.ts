import { median, milliseconds, ratiosOf, type Curve, type Figure } from '../figures.ts';
import type { Backend } from './backends.ts';
import type { Client } from './baselines.ts';
import { concurrencyTo, ONE, perSecond, QUIET, type Bed } from './bed.ts';
import { locationsOf, type Locations } from './events.ts';

/** Deliveries a second to one number of targets, a value a round. */
export interface Delivering {
  targets: number;
  delivered: number[];
  /** Plain loops of POSTs to the same targets, as many at once. */
  posted: Record<Client, number[]>;
}

/** How long a quiet location's events take, and how long all that was in line before them. */
export interface Fairness {
  quietMs: number[];
  lineMs: number[];
}

const CLIENTS: readonly Client[] = ['fetch', 'relay'];

/** Events of the quiet location. */
const FEW = 10;

/**
 * How fast a relay delivers what waits, to one target and to many. While the one target's
 * events go out, a second sub-account gets a few of its own.
 *
 * @param count events of each measurement
 */
export async function measureDelivering(
  bed: Bed,
  rounds: number,
  count: number,
  manyTargets: Locations,
): Promise<{ delivering: [one: Delivering, many: Delivering]; fairness: Fairness }> {
  const fairness: Fairness = { quietMs: [], lineMs: [] };
  const one: Delivering = { targets: ONE.count, delivered: [], posted: { fetch: [], relay: [] } };
  const many: Delivering = {
    targets: manyTargets.count,
    delivered: [],
    posted: { fetch: [], relay: [] },
  };
  for (const locations of [ONE, QUIET, manyTargets]) await bed.subscribe(locations);
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
    await postEach(bed, ONE, count, one.posted);

    await bed.fill(manyTargets, count);
    many.delivered.push(await bed.drain(count));
    await bed.settle();
    await postEach(bed, manyTargets, count, many.posted);
  }
  return { delivering: [one, many], fairness };
}

/** Plain loops to the hooks of the same locations, one with each client. */
export async function postEach(
  { tools, hookOf }: Bed,
  locations: Locations,
  count: number,
  posted: Delivering['posted'],
): Promise<void> {
  const hooks = locationsOf(locations).map(hookOf);
  for (const client of CLIENTS) {
    const rate = await tools.baselines.post(client, hooks, count, concurrencyTo(locations.count));
    posted[client].push(rate);
  }
}

/** What Zapier takes on one hook. */
const HOOK_LIMIT = 30;

/**
 * Deliveries a second to a hook that takes so many a second and answers 429 to the rest, while more
 * than that wait.
 *
 * @param seconds how long it takes at best
 */
export async function measureLimited(bed: Bed, seconds: number): Promise<number> {
  const { target } = bed.tools;
  const count = HOOK_LIMIT * seconds;
  await target.forget();
  await bed.prepare(ONE, count);
  await target.behave({ kind: 'limit', perSecond: HOOK_LIMIT });
  const from = performance.now();
  await bed.flood(seconds);
  await target.waitFor(count);
  const took = performance.now() - from;
  await target.behave({ kind: 'answer' });
  await bed.settle();
  return (count / took) * 1000;
}

export function limitedFigure({ name }: Backend, rate: number): Figure {
  return {
    part: 'relay',
    measure: `${name}: deliveries to a hook that refuses more than ${HOOK_LIMIT} a second, while more wait`,
    baseline: 'what it takes',
    ratios: [rate / HOOK_LIMIT],
    target: { atLeast: 0.8 },
    absolute: perSecond([rate]),
    baselineAbsolute: perSecond([HOOK_LIMIT]),
  };
}

/** The figures of deliveries to so many targets. */
export function deliveringFigures(
  { name }: Backend,
  { targets, delivered, posted }: Delivering,
): Figure[] {
  const beside = (client: Client, baseline: string, target?: Figure['target']): Figure => ({
    part: 'relay',
    measure: `${name}: deliveries of what waits to ${targets.toLocaleString('en')} ${targets === 1 ? 'target' : 'targets'}`,
    baseline,
    ratios: ratiosOf(delivered, posted[client]),
    ...(target && { target }),
    absolute: perSecond(delivered),
    baselineAbsolute: perSecond(posted[client]),
  });
  return [
    beside('fetch', 'a plain loop of POSTs by fetch, as many at once', { atLeast: 0.6 }),
    beside('relay', "the same loop by the relay's own HTTP client"),
  ];
}

export function fairnessFigure({ name }: Backend, { quietMs, lineMs }: Fairness): Figure {
  return {
    part: 'relay',
    measure: `${name}: one location's line is long, the other's ${FEW} events come: until its last`,
    baseline: 'until the line that was there before is delivered, which is the wait in plain order',
    ratios: ratiosOf(quietMs, lineMs),
    absolute: milliseconds(median(quietMs)),
    baselineAbsolute: milliseconds(median(lineMs)),
  };
}

/** How deliveries a second change with the number of targets. */
export function targetsCurve(
  found: readonly { backend: Backend; delivering: readonly Delivering[] }[],
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
        points: delivering.map((one): [number, number] => [one.targets, median(one.delivered)]),
      },
      {
        name: `plain loop of fetch beside ${backend.name}`,
        points: delivering.map((one): [number, number] => [one.targets, median(one.posted.fetch)]),
      },
    ]),
  };
}
