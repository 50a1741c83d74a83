import { LIMITS as PLACES } from '../../relay/delivery/scheduler.ts';
import { LIMITS, type Limit, type Scenario } from './scenario.ts';
import type { ServiceTimes } from './service-times.ts';
import { busiestHourRate } from './simulate.ts';

/** Events a second. */
export interface Load {
  perDay: number;
  average: number;
  busiestHour: number;
  busiestMinute: number;
}

/** What the load takes, and what that costs. */
export interface Plan {
  load: Load;
  /** Cores that relays work in the busiest minute. */
  relayCores: number;
  /** Attempts under way at once in the busiest minute. */
  underway: number;
  /** Relays that suffice, and one more. */
  relays: number;
  /** The part of the database's cores that works in the busiest minute. */
  databaseUse: number;
  /** Write-ahead log in the busiest minute, in MB a second. */
  logRate: number;
  /** Events that wait when Zapier is away for as long as it may. */
  backlog: number;
  backlogGB: number;
  seenGB: number;
  trafficGBPerMonth: number;
  cost: { what: string; dollars: number }[];
}

/** A limit of somebody else, and who meets it. */
export interface Bite extends Limit {
  /** Events a day of one sub-account that come evenly. */
  perDay: number;
  /** How long the campaign's events take under it, in seconds. */
  campaignSeconds: number;
  /** Average sub-accounts that reach it together in the busiest minute. */
  subAccounts: number;
}

const DAYS_PER_MONTH = 30;
const GB = 1e9;
const MB = 1e6;
/** HTTP headers, TLS and TCP of a delivery, in bytes. */
const ENVELOPE = 700;

export function loadOf(scenario: Scenario): Load {
  const perDay = scenario.subAccounts * scenario.eventsPerDay;
  const busiestHour = busiestHourRate(scenario);
  return {
    perDay,
    average: perDay / 86_400,
    busiestHour,
    busiestMinute: busiestHour * scenario.busiestMinute,
  };
}

/** What the scenario takes, from what the bench measured. */
export function planFor(scenario: Scenario, times: ServiceTimes): Plan {
  const load = loadOf(scenario);
  const { wanted, prices } = scenario;
  const each = (part: 'relay' | 'database'): number =>
    wanted * (times.stored[part] + times.delivered[part]) + (1 - wanted) * times.unwanted[part];
  const relayCores = (load.busiestMinute * each('relay')) / 1000;
  // The mean of a log-normal distribution with this median.
  const answer = scenario.answerMs * Math.exp(scenario.answerSpread ** 2 / 2);
  const underway = (load.busiestMinute * wanted * answer) / 1000;
  const relays =
    Math.max(Math.ceil(relayCores / scenario.mostUsed), Math.ceil(underway / PLACES.quick)) + 1;
  const backlog = Math.ceil(load.busiestHour * 3600 * scenario.outageHours * wanted);
  const backlogGB = (backlog * times.waiting) / GB;
  const seenGB = (load.perDay * scenario.seenDays * times.seen) / GB;
  const trafficGBPerMonth =
    (load.perDay * DAYS_PER_MONTH * wanted * (times.payload + ENVELOPE)) / GB;
  return {
    load,
    relayCores,
    underway,
    relays,
    databaseUse: (load.busiestMinute * each('database')) / 1000 / scenario.databaseCores,
    logRate: (load.busiestMinute * times.log) / MB,
    backlog,
    backlogGB,
    seenGB,
    trafficGBPerMonth,
    cost: [
      { what: `${relays} relays`, dollars: relays * prices.relay },
      {
        what: `PostgreSQL with ${scenario.databaseCores} cores, and one that stands by`,
        dollars: scenario.databaseCores * prices.databaseCore,
      },
      {
        what: 'its disk, twice what backlog and keys take',
        dollars: 2 * (backlogGB + seenGB) * prices.diskGB,
      },
      { what: 'traffic to Zapier', dollars: trafficGBPerMonth * prices.trafficGB },
      { what: 'a balancer that ends TLS', dollars: prices.balancer },
    ],
  };
}

/** Whose limits are reached at which load, the first one first. */
export function bitesOf(scenario: Scenario): Bite[] {
  const { busiestMinute } = loadOf(scenario);
  const ofOne = busiestMinute / scenario.subAccounts;
  return LIMITS.map((limit) => ({
    ...limit,
    perDay: limit.perSecond * 86_400,
    campaignSeconds: scenario.campaign / limit.perSecond,
    subAccounts: limit.perSecond / ofOne,
  })).sort((one, other) => one.perSecond - other.perSecond);
}
