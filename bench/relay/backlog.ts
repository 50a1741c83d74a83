import { setTimeout as sleep } from 'node:timers/promises';

import { milliseconds, type Curve, type Fact } from '../figures.ts';
import type { Backend } from './backends.ts';
import { CONNECTIONS, HUNDRED, nextRun, QUIET, type Bed } from './bed.ts';

/** What happened while a long line was delivered. */
export interface Backlog {
  events: number;
  /** From the moment the targets are back, in seconds. */
  firstAfter: number;
  lastAfter: number;
  /** A quiet location's events that came meanwhile: until the last of them, in milliseconds. */
  quietMs: number;
  /** Resident memory in MB by seconds, from the moment the targets are back. */
  memory: [seconds: number, megabytes: number][];
  /** Deliveries that arrived more than once. */
  repeated: number;
}

const EVENTS_AT_ONCE = 10_000;
const SAMPLE_MS = 500;
const FEW = 10;
const CHUNK_SECONDS = 60;
const DRAIN_LIMIT_MS = 170_000;

/**
 * All targets fail while so many events come; then they are back. Both groups of locations must be
 * subscribed.
 *
 * @param events how many
 */
export async function measureBacklog(bed: Bed, events: number): Promise<Backlog> {
  const { generator, target } = bed.tools;
  await target.forget();
  await target.behave({ kind: 'refuse' });
  const run = nextRun();
  for (let sent = 0; sent < events; sent += EVENTS_AT_ONCE) {
    const count = Math.min(EVENTS_AT_ONCE, events - sent);
    await generator.prepare(run, count, HUNDRED, sent);
    const { accepted } = await generator.flood(bed.urls, CONNECTIONS, CHUNK_SECONDS);
    if (accepted < count) throw new Error(`Only ${accepted} of ${count} events were accepted.`);
  }
  await bed.prepare(QUIET, FEW);

  const { at } = await target.behave({ kind: 'answer' });
  const begun = performance.now();
  const memory: Backlog['memory'] = [];
  let firstAfter = Number.NaN;
  let quietFrom: number | undefined;
  const whole = target.waitFor(events + FEW, DRAIN_LIMIT_MS);
  const last = whole.then(({ lastAt }) => lastAt);
  const look = async (): Promise<void> => {
    const { distinct } = await target.count();
    const seconds = (performance.now() - begun) / 1000;
    memory.push([seconds, (await bed.relay.memory()) / 2 ** 20]);
    if (distinct > 0 && Number.isNaN(firstAfter)) firstAfter = seconds;
    if (quietFrom === undefined && distinct > events / 10) {
      quietFrom = at + seconds * 1000;
      await bed.flood(1);
    }
  };
  for (let done = false; !done;) {
    await look();
    done = await Promise.race([last.then(() => true), sleep(SAMPLE_MS, false)]);
  }
  await look();
  const { received, distinct, lastAt } = await whole;
  const quiet = (await target.paths())['/hook/quiet-0'];
  return {
    events,
    firstAfter,
    lastAfter: (lastAt - at) / 1000,
    quietMs: (quiet?.lastAt ?? Number.NaN) - (quietFrom ?? Number.NaN),
    memory,
    repeated: received - distinct,
  };
}

/** Memory may not be larger in the second half of the way than in the first, but for noise. */
const MEMORY_NOISE = 1.15;

export function backlogFacts({ name }: Backend, backlog: Backlog): Fact[] {
  const { events, memory, firstAfter, lastAfter, quietMs, repeated } = backlog;
  const draining = memory.filter(([seconds]) => seconds >= firstAfter);
  const middle = draining.length / 2;
  const most = (samples: Backlog['memory']) => Math.max(...samples.map(([, value]) => value));
  const [early, late] = [
    most(draining.slice(0, Math.ceil(middle))),
    most(draining.slice(Math.floor(middle))),
  ];
  const drainSeconds = lastAfter - firstAfter;
  return [
    {
      part: 'relay',
      measure: `${name}: ${events.toLocaleString('en')} events wait, then the targets are back`,
      value: `first delivery after ${firstAfter.toFixed(1)} s, all of them after ${lastAfter.toFixed(1)} s (${Math.round(events / drainSeconds).toLocaleString('en')} a second); ${repeated} came twice`,
      target: 'all delivered',
      holds: true,
    },
    {
      part: 'relay',
      measure: `${name}: most memory in the second half of that, beside the first half`,
      value: `${late.toFixed(0)} MB, ${early.toFixed(0)} MB`,
      target: 'no growth (within 15 %)',
      holds: !(late > early * MEMORY_NOISE),
    },
    {
      part: 'relay',
      measure: `${name}: ${FEW} events of a quiet location that come meanwhile, until the last`,
      value: milliseconds(quietMs),
    },
  ];
}

export function memoryCurve(found: readonly { backend: Backend; backlog: Backlog }[]): Curve {
  return {
    name: 'memory-of-backlog',
    title: 'Memory of the relay while a backlog is delivered',
    x: 'seconds since the targets are back',
    y: 'MB',
    logarithmic: false,
    series: found.map(({ backend, backlog }) => ({ name: backend.name, points: backlog.memory })),
  };
}
