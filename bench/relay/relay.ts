import { cpus } from 'node:os';

import { startPostgres, type PostgresServer } from '../../test/relay/support/postgres.ts';
import { median, type Curve, type Fact, type Figure, type Findings } from '../figures.ts';
import { acceptingFigures, costOf, measureAccepting, type Accepting } from './accepting.ts';
import { backlogFacts, measureBacklog, memoryCurve, type Backlog } from './backlog.ts';
import { backendsOn, type Backend } from './backends.ts';
import { Baselines } from './baselines.ts';
import { Bed, SHORT_RETRIES, type Tools } from './bed.ts';
import {
  deliveringFigure,
  fairnessFigure,
  measureDelivering,
  targetsCurve,
  type Delivering,
} from './delivering.ts';
import { diskFacts, measureDisk, type Disk } from './disk.ts';
import { Generator } from './generator.ts';
import { instancesCurve, instancesFacts, measureInstances, type Instances } from './instances.ts';
import {
  acceptLatencyFigure,
  deliveryLatencyFigures,
  measureAcceptLatency,
  measureDeliveryLatency,
} from './latencies.ts';
import { Target } from './target.ts';

/** How much the relay's part measures. */
export interface RelayEffort {
  rounds: number;
  /** Events of one measurement at most. */
  events: number;
  /** How long one measurement takes at most. */
  seconds: number;
  /** Events that wait before the targets come back. */
  backlog: number;
}

/** What the page and the simulation take from the measurements of one database. */
interface Measured {
  backend: Backend;
  accepting: Accepting;
  delivering: Delivering[];
  backlog: Backlog;
  disk: Disk;
  figures: Figure[];
}

/** Everything about the relay, on embedded PGlite and on PostgreSQL. */
export async function benchRelay(effort: RelayEffort): Promise<Findings> {
  const server = await startPostgres();
  const generator = new Generator();
  const [target, baselines] = await Promise.all([Target.start(), Baselines.start()]);
  const tools: Tools = { generator, target, baselines };
  try {
    const found: Measured[] = [];
    for (const backend of backendsOn(server)) found.push(await measure(backend, tools, effort));
    const instances = await onPostgres(server, tools, (bed) =>
      measureInstances(bed, Math.max(1, effort.rounds - 2), effort.events),
    );
    return {
      figures: found.flatMap(({ figures }) => figures),
      facts: factsOf(found, instances),
      curves: curvesOf(found, instances),
    };
  } finally {
    await Promise.all([generator.stop(), target.stop(), baselines.stop(), server.stop()]);
  }
}

async function measure(backend: Backend, tools: Tools, effort: RelayEffort): Promise<Measured> {
  const { rounds, events, seconds } = effort;
  const within = async <T>(
    work: (bed: Bed) => Promise<T>,
    environment: Record<string, string> = {},
  ): Promise<T> => {
    const bed = await Bed.open(backend.makeDatabase, tools, environment);
    try {
      return await work(bed);
    } finally {
      await bed.close();
    }
  };
  const rates = await within(async (bed) => {
    const accepting = await measureAccepting(bed, rounds, events, seconds);
    const { delivering, fairness } = await measureDelivering(bed, rounds, events);
    const storedRate = median(accepting.stored) / 2;
    const bothRate = median(accepting.whileDelivering) / 2;
    const stored = await measureAcceptLatency(bed, rounds, storedRate, seconds, false);
    const both = await measureAcceptLatency(bed, rounds, bothRate, seconds, true);
    const delivery = await measureDeliveryLatency(bed, rounds, 2 * seconds);
    return {
      accepting,
      delivering: [
        delivering[0],
        { targets: 100, delivered: accepting.drained, posted: accepting.posted },
        delivering[1],
      ].filter((one) => one !== undefined),
      figures: (all: readonly Delivering[]) => [
        ...acceptingFigures(backend, accepting),
        acceptLatencyFigure(backend, 'at half the rate of storing', storedRate, stored),
        acceptLatencyFigure(backend, 'at half the rate of storing and delivering', bothRate, both),
        ...deliveryLatencyFigures(backend, delivery),
        ...all.map((one) => deliveringFigure(backend, one)),
        fairnessFigure(backend, fairness),
      ],
    };
  });
  const backlog = await within((bed) => measureBacklog(bed, effort.backlog));
  const disk = await within((bed) => measureDisk(bed, events), SHORT_RETRIES);
  const { accepting, delivering } = rates;
  return { backend, accepting, delivering, backlog, disk, figures: rates.figures(delivering) };
}

async function onPostgres<T>(
  server: PostgresServer,
  tools: Tools,
  work: (bed: Bed) => Promise<T>,
): Promise<T> {
  const backend = backendsOn(server).find(({ name }) => name === 'PostgreSQL');
  if (!backend) throw new Error('There is no PostgreSQL.');
  const bed = await Bed.open(backend.makeDatabase, tools);
  try {
    return await work(bed);
  } finally {
    await bed.close();
  }
}

function factsOf(found: readonly Measured[], instances: readonly Instances[]): Fact[] {
  return [
    ...instancesFacts(instances, cpus().length),
    ...found.flatMap(({ backend, accepting, backlog, disk }) => [
      ...backlogFacts(backend, backlog),
      ...diskFacts(backend, disk),
      {
        part: 'relay',
        measure: `${backend.name}: processor time of the relay for an event`,
        value: costOf(accepting),
      },
    ]),
  ];
}

function curvesOf(found: readonly Measured[], instances: readonly Instances[]): Curve[] {
  return [targetsCurve(found, median), instancesCurve(instances), memoryCurve(found)];
}
