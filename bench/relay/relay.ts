import { cpus } from 'node:os';

import { startPostgres, type PostgresServer } from '../../test/relay/support/postgres.ts';
import { median, type Curve, type Fact, type Figure, type Findings } from '../figures.ts';
import { acceptingFigures, costFact, measureAccepting, type Accepting } from './accepting.ts';
import { backlogFacts, measureBacklog, memoryCurve, type Backlog } from './backlog.ts';
import { backendsOn, type Backend } from './backends.ts';
import { Baselines } from './baselines.ts';
import { Bed, SHORT_RETRIES, type Tools } from './bed.ts';
import {
  deliveringFigures,
  fairnessFigure,
  limitedFigure,
  measureDelivering,
  measureLimited,
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
  /** Targets of the measurement with many. */
  targets: number;
  /** How many relays share a database, from few to many. */
  relays: readonly number[];
  /** Events that wait before the targets come back. */
  backlog: number;
}

/** What the page takes from the measurements of one database. */
interface Measured {
  backend: Backend;
  accepting: Accepting;
  delivering: Delivering[];
  backlog: Backlog;
  disk: Disk;
  figures: Figure[];
}

/**
 * Everything about the relay, on embedded PGlite and on PostgreSQL.
 *
 * @param say is told what is measured next
 */
export async function benchRelay(
  effort: RelayEffort,
  say: (what: string) => void = () => undefined,
): Promise<Findings> {
  const server = await startPostgres();
  const generator = new Generator();
  const target = await Target.start();
  const baselines = await Baselines.start(target.url);
  const tools: Tools = { generator, target, baselines };
  try {
    const found: Measured[] = [];
    for (const backend of backendsOn(server)) {
      found.push(
        await measure(backend, tools, effort, (what) => {
          say(`${backend.name}: ${what}`);
        }),
      );
    }
    say('several relays');
    const instances = await onPostgres(server, tools, (bed) =>
      measureInstances(bed, effort.relays, effort.rounds, effort.events),
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

async function measure(
  backend: Backend,
  tools: Tools,
  effort: RelayEffort,
  say: (what: string) => void,
): Promise<Measured> {
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
    say('accepting');
    const accepting = await measureAccepting(bed, rounds, events, seconds);
    say('delivering');
    const { delivering, fairness } = await measureDelivering(bed, rounds, events, {
      group: 'many',
      count: effort.targets,
    });
    say('latencies');
    const storedRate = median(accepting.stored) / 2;
    const bothRate = median(accepting.whileDelivering) / 2;
    const stored = await measureAcceptLatency(bed, rounds, storedRate, seconds, false);
    const both = await measureAcceptLatency(bed, rounds, bothRate, seconds, true);
    const limited = await measureLimited(bed, 5 * seconds);
    const delivery = await measureDeliveryLatency(bed, rounds, 2 * seconds);
    say('backlog');
    return {
      accepting,
      backlog: await measureBacklog(bed, effort.backlog),
      delivering: [delivering[0], accepting.delivering, delivering[1]],
      figures: (all: readonly Delivering[]) => [
        ...acceptingFigures(backend, accepting),
        acceptLatencyFigure(backend, 'at half the rate of storing', storedRate, stored),
        acceptLatencyFigure(backend, 'at half the rate of storing and delivering', bothRate, both),
        ...deliveryLatencyFigures(backend, delivery),
        ...all.flatMap((one) => deliveringFigures(backend, one)),
        limitedFigure(backend, limited),
        fairnessFigure(backend, fairness),
      ],
    };
  });
  say('disk');
  const disk = await within((bed) => measureDisk(bed, events, rounds), SHORT_RETRIES);
  const { accepting, delivering, backlog } = rates;
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
      costFact(backend, accepting),
    ]),
  ];
}

function curvesOf(found: readonly Measured[], instances: readonly Instances[]): Curve[] {
  return [targetsCurve(found), instancesCurve(instances), memoryCurve(found)];
}
