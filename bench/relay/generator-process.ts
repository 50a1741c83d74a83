// Makes signed events and sends them, see generator.ts.
import * as z from 'zod';

import { percentile } from '../figures.ts';
import { answerCommands } from './commands.ts';
import { Connections } from './connections.ts';
import { eventBody, eventRequest } from './events.ts';

const TICK_MS = 1;

const prepare = z.object({
  run: z.string(),
  from: z.number(),
  count: z.number(),
  locations: z.object({ group: z.string(), count: z.number() }),
});
const flood = z.object({ urls: z.array(z.string()), connections: z.number(), seconds: z.number() });
const pace = z.object({
  url: z.string(),
  connections: z.number(),
  rate: z.number(),
  seconds: z.number(),
});

let prepared: Buffer[] = [];

/** Every connection sends its next event as soon as the last was answered. */
async function sendAll({ urls, connections, seconds }: z.infer<typeof flood>) {
  const pool = await Connections.open(urls, connections);
  const requests = prepared;
  let next = 0;
  let accepted = 0;
  let refused = 0;
  const startedAt = performance.now();
  const end = startedAt + seconds * 1000;
  const send = async (): Promise<void> => {
    for (let request = requests[next]; request !== undefined; request = requests[next]) {
      if (performance.now() >= end) return;
      next += 1;
      if ((await pool.post(request)) === 200) accepted += 1;
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, send));
  const took = (performance.now() - startedAt) / 1000;
  pool.close();
  return { accepted, refused, seconds: took };
}

/**
 * Starts `perform` at an even rate, however long each takes.
 *
 * @param perform gets the place in the line of events, and when it was its turn
 */
async function evenly(
  { rate, seconds }: { rate: number; seconds: number },
  perform: (index: number) => Promise<void>,
): Promise<void> {
  const count = Math.min(prepared.length, Math.floor(rate * seconds));
  const running: Promise<void>[] = [];
  const startedAt = performance.now();
  await new Promise<void>((resolve) => {
    const tick = (): void => {
      const due = Math.min(count, ((performance.now() - startedAt) / 1000) * rate);
      while (running.length < due) running.push(perform(running.length));
      if (running.length >= count) resolve();
      else setTimeout(tick, TICK_MS);
    };
    tick();
  });
  await Promise.all(running);
}

/** Sends at an even rate; a wait for a free connection counts too. */
async function sendEvenly({ url, connections, rate, seconds }: z.infer<typeof pace>) {
  const pool = await Connections.open([url], connections);
  const requests = prepared;
  const sentAt: number[] = [];
  const latencies: number[] = [];
  let refused = 0;
  await evenly({ rate, seconds }, async (index) => {
    const request = requests[index];
    if (!request) return;
    const at = performance.now();
    sentAt[index] = clock();
    if ((await pool.post(request)) === 200) latencies.push(performance.now() - at);
    else refused += 1;
  });
  pool.close();
  return { refused, sentAt, ...summary(latencies) };
}

function summary(times: readonly number[]) {
  return { count: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Milliseconds on a clock that all processes of the machine share. */
function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

answerCommands({
  prepare: (args) => {
    const { run, from, count, locations } = prepare.parse(args);
    const bodies = Array.from({ length: count }, (_, index) =>
      eventBody(run, from + index, locations),
    );
    prepared = bodies.map(eventRequest);
    return { bytes: bodies.reduce((sum, { length }) => sum + length, 0) / count };
  },
  flood: (args) => sendAll(flood.parse(args)),
  pace: (args) => sendEvenly(pace.parse(args)),
});
