/** What is assumed, because no bench can measure it. Change it and run `npm run bench:simulate`. */
export interface Scenario {
  subAccounts: number;
  /** Events of a sub-account in a day, on average. */
  eventsPerDay: number;
  /** The part of a day's events that come in its busiest hour. */
  busiestHour: number;
  /** The busiest minute of that hour, beside its average minute. */
  busiestMinute: number;
  /** The part of the events that a Zap asked for; each goes to one Zap. */
  wanted: number;
  /** How long Zapier takes to answer a hook: the median in milliseconds. */
  answerMs: number;
  /** The spread of that time: sigma of a log-normal distribution. */
  answerSpread: number;
  /** A round trip to the database with a commit forced to its disk, in milliseconds. */
  commitMs: number;
  /** A round trip to the database without one. */
  databaseMs: number;
  /** Cores of the database. */
  databaseCores: number;
  /** How much of a processor may be used at the busiest minute, so that a burst finds room. */
  mostUsed: number;
  /** A sub-account that messages so many contacts at once, within the busiest minute. */
  campaign: number;
  /** Days for which the keys of events are kept, see SEEN_FOR in relay/store/events.ts. */
  seenDays: number;
  /** How long Zapier may be away before events are refused, in hours. */
  outageHours: number;
  prices: Prices;
}

/** What a month costs, in US dollars, of the order of the list prices of large clouds in 2026. */
export interface Prices {
  /** A machine with two cores and 4 GB, as a relay needs. */
  relay: number;
  /** A core of a managed PostgreSQL with 8 GB, with a second machine that stands by. */
  databaseCore: number;
  /** A GB of its disk, kept twice. */
  diskGB: number;
  /** A GB sent to Zapier; what HighLevel sends is free. */
  trafficGB: number;
  balancer: number;
}

export const SCENARIO: Scenario = {
  subAccounts: 1_000_000,
  eventsPerDay: 50,
  busiestHour: 0.1,
  busiestMinute: 2,
  wanted: 1,
  answerMs: 200,
  answerSpread: 0.5,
  commitMs: 4,
  databaseMs: 1,
  databaseCores: 4,
  mostUsed: 0.6,
  campaign: 10_000,
  seenDays: 3,
  outageHours: 4,
  prices: { relay: 50, databaseCore: 130, diskGB: 0.25, trafficGB: 0.09, balancer: 25 },
};

/** A limit of somebody else, with who says so. */
export interface Limit {
  whose: 'HighLevel' | 'Zapier';
  limits: string;
  of: string;
  /** Events a second that it allows, if each event costs one of what it counts. */
  perSecond: number;
}

/**
 * HighLevel: docs/oauth/Authorization.md and Faqs.md of its API documentation. Zapier: the pages
 * "Operating constraints" of its platform documentation and "Webhooks by Zapier rate limits" of its
 * help centre; newer copies of the latter say 20,000 in place of 10,000.
 */
export const LIMITS: readonly Limit[] = [
  {
    whose: 'HighLevel',
    limits: '200,000 calls a day',
    of: 'an app in a sub-account',
    perSecond: 200_000 / 86_400,
  },
  {
    whose: 'HighLevel',
    limits: '100 calls in 10 seconds',
    of: 'an app in a sub-account',
    perSecond: 10,
  },
  {
    whose: 'Zapier',
    limits: '30 events a second',
    of: 'one hook, which is one Zap',
    perSecond: 30,
  },
  {
    whose: 'Zapier',
    limits: '10,000 events in 5 minutes',
    of: "one Zapier user's Zaps together",
    perSecond: 10_000 / 300,
  },
];

/** How often HighLevel repeats an event that is not answered with 2xx, as its documentation says. */
export const HIGHLEVEL_REPEATS = 12;
