import { median, milliseconds, percentile, ratiosOf, type Figure } from '../figures.ts';
import type { Backend } from './backends.ts';
import { CONNECTIONS, HUNDRED, nextRun, type Bed } from './bed.ts';
import { webhookId } from './events.ts';

/** Percentiles in milliseconds, one of each a round. */
export interface Latencies {
  p50: number[];
  p99: number[];
}

const STEADY_RATE = 100;

/**
 * How long an event takes to be accepted, at an even rate.
 *
 * @param delivers whether every event is also delivered, or stored only
 */
export async function measureAcceptLatency(
  bed: Bed,
  rounds: number,
  rate: number,
  seconds: number,
  delivers: boolean,
): Promise<Latencies> {
  const { generator, target } = bed.tools;
  const found: Latencies = { p50: [], p99: [] };
  for (let round = 0; round < rounds; round += 1) {
    const count = Math.floor(rate * seconds);
    if (!delivers) await bed.hold();
    await target.forget();
    await bed.prepare(HUNDRED, count);
    const paced = await generator.pace({
      url: bed.relay.url,
      connections: CONNECTIONS,
      rate,
      seconds,
    });
    if (paced.refused > 0) throw new Error(`${paced.refused} events were not accepted.`);
    found.p50.push(paced.p50);
    found.p99.push(paced.p99);
    await target.behave({ kind: 'answer' });
    await target.waitFor(paced.count);
    await bed.settle();
  }
  return found;
}

/**
 * From sending an event to its arrival, at 100 a second, beside the same two requests through a bare
 * server that passes on what it gets.
 */
export async function measureDeliveryLatency(
  bed: Bed,
  rounds: number,
  seconds: number,
): Promise<{ delivered: Latencies; bare: Latencies }> {
  const { generator, target, baselines } = bed.tools;
  const delivered: Latencies = { p50: [], p99: [] };
  const bare: Latencies = { p50: [], p99: [] };
  const pace = { connections: CONNECTIONS, rate: STEADY_RATE, seconds };
  const count = STEADY_RATE * seconds;
  await target.behave({ kind: 'answer' });
  for (let round = 0; round < rounds; round += 1) {
    const run = nextRun();
    await generator.prepare(run, count, HUNDRED);
    const least = await generator.pace({ url: baselines.passOn, ...pace });
    bare.p50.push(least.p50);
    bare.p99.push(least.p99);

    await target.forget();
    await target.trace(true);
    const { sentAt } = await generator.pace({ url: bed.relay.url, ...pace });
    await target.waitFor(count);
    const arrivals = await target.arrivals();
    await target.trace(false);
    const times = sentAt.map((at, index) => {
      return (arrivals[webhookId(run, index)] ?? Number.NaN) - at;
    });
    delivered.p50.push(percentile(times, 0.5));
    delivered.p99.push(percentile(times, 0.99));
  }
  return { delivered, bare };
}

export function acceptLatencyFigure(
  { name }: Backend,
  what: string,
  rate: number,
  { p50, p99 }: Latencies,
): Figure {
  return {
    part: 'relay',
    measure: `${name}: 99th percentile of the time to accept, ${what} (${Math.round(rate).toLocaleString('en')} a second)`,
    baseline: 'the median of the same',
    ratios: ratiosOf(p99, p50),
    target: { atMost: 10 },
    absolute: milliseconds(median(p99)),
    baselineAbsolute: milliseconds(median(p50)),
  };
}

export function deliveryLatencyFigures(
  { name }: Backend,
  { delivered, bare }: { delivered: Latencies; bare: Latencies },
): Figure[] {
  const figure = (words: string, key: keyof Latencies, atMost: number): Figure => ({
    part: 'relay',
    measure: `${name}: from the event to its arrival, ${STEADY_RATE} a second, ${words}`,
    baseline: 'two bare round trips: a server that passes it on and answers then',
    ratios: ratiosOf(delivered[key], bare[key]),
    target: { atMost },
    absolute: milliseconds(median(delivered[key])),
    baselineAbsolute: milliseconds(median(bare[key])),
  });
  return [figure('median', 'p50', 5), figure('99th percentile', 'p99', 10)];
}
