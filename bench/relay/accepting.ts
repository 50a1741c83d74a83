import type { Database } from '../../relay/store/database.ts';
import { milliseconds, ratiosOf, type Fact, type Figure } from '../figures.ts';
import type { Backend } from './backends.ts';
import { CONNECTIONS, HUNDRED, perSecond, UNWANTED, type Bed } from './bed.ts';
import { postEach, type Delivering } from './delivering.ts';
import { postgresProcessorTime } from './postgres-load.ts';

/** Processor time for an event, in milliseconds, a value a round. */
interface Cost {
  relay: number[];
  /** Of PostgreSQL, where it can be told; PGlite's is in the relay's. */
  database: number[];
}

/** What each round found, one value a round: rates a second. */
export interface Accepting {
  verified: number[];
  unwanted: number[];
  stored: number[];
  whileDelivering: number[];
  deliveredMeanwhile: number[];
  delivering: Delivering;
  cost: { unwanted: Cost; stored: Cost; delivered: Cost };
}

const VERIFY_ONLY = `a server with the same framework that only verifies the signature, ${CONNECTIONS} connections each`;
const FEW = 1000;

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
  const cost = (): Cost => ({ relay: [], database: [] });
  const found: Accepting = {
    verified: [],
    unwanted: [],
    stored: [],
    whileDelivering: [],
    deliveredMeanwhile: [],
    delivering: { targets: HUNDRED.count, delivered: [], posted: { fetch: [], relay: [] } },
    cost: { unwanted: cost(), stored: cost(), delivered: cost() },
  };
  await bed.subscribe(HUNDRED);
  // What runs for the first time is slower, which does not count.
  await bed.fill(HUNDRED, FEW);
  await generator.flood([baselines.verifyOnly], CONNECTIONS, seconds);
  await bed.drain(FEW);
  await bed.settle();
  for (let round = 0; round < rounds; round += 1) {
    await bed.hold();
    await bed.prepare(HUNDRED, count);
    const verified = await generator.flood([baselines.verifyOnly], CONNECTIONS, seconds);
    found.verified.push(verified.accepted / verified.seconds);
    const stored = await withCost(bed, found.cost.stored, async () => {
      const { accepted, seconds: took } = await bed.flood(seconds);
      found.stored.push(accepted / took);
      return accepted;
    });
    await withCost(bed, found.cost.delivered, async () => {
      found.delivering.delivered.push(await bed.drain(stored));
      return stored;
    });
    await postEach(bed, HUNDRED, count, found.delivering.posted);

    await target.forget();
    await bed.prepare(HUNDRED, count);
    const both = await bed.flood(seconds);
    const { distinct } = await target.count();
    found.whileDelivering.push(both.accepted / both.seconds);
    found.deliveredMeanwhile.push(distinct / both.seconds);
    await target.waitFor(both.accepted);
    await bed.settle();

    await bed.prepare(UNWANTED, count);
    await withCost(bed, found.cost.unwanted, async () => {
      const { accepted, seconds: took } = await bed.flood(seconds);
      found.unwanted.push(accepted / took);
      return accepted;
    });
  }
  return found;
}

/**
 * Does something and waits until the relay rests.
 *
 * @param cost gets the processor time for each event
 * @param work gives how many events it was
 */
async function withCost(bed: Bed, cost: Cost, work: () => Promise<number>): Promise<number> {
  const database = await openPostgresBeside(bed);
  try {
    const [relay, postgres] = await times(bed, database);
    const events = await work();
    await bed.settle();
    const [relayAfter, postgresAfter] = await times(bed, database);
    cost.relay.push((relayAfter - relay) / events);
    if (postgres !== undefined && postgresAfter !== undefined) {
      cost.database.push((postgresAfter - postgres) / events);
    }
    return events;
  } finally {
    await database?.close();
  }
}

async function openPostgresBeside({ database }: Bed): Promise<Database | undefined> {
  return 'DATABASE_URL' in database.environment ? database.open() : undefined;
}

async function times(bed: Bed, database: Database | undefined) {
  return Promise.all([bed.processorTime(), database && postgresProcessorTime(database)]);
}

/** The figures of {@link measureAccepting}, but for the deliveries. */
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

/** The least of the rounds: what else the machine does can only add to it. */
function leastOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.min(...values);
}

/** Processor time of each kind of work. */
export function costFact({ name }: Backend, { cost }: Accepting): Fact {
  const each = ({ relay, database }: Cost): string => {
    const ofDatabase = leastOf(database);
    const more = ofDatabase === undefined ? '' : ` and ${milliseconds(ofDatabase)} of the database`;
    return `${milliseconds(Math.min(...relay))}${more}`;
  };
  return {
    part: 'relay',
    measure: `${name}: processor time of the relay for an event`,
    value: `stored ${each(cost.stored)}, not asked for ${each(cost.unwanted)}, delivered ${each(cost.delivered)}`,
  };
}
