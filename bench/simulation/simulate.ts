import { retryDelay } from '../../relay/delivery/backoff.ts';
import { FairLine } from '../../relay/delivery/fairness.ts';
import { Scheduler } from '../../relay/delivery/scheduler.ts';
import { FETCH_SIZE, type ClaimedDelivery } from '../../relay/store/deliveries.ts';
import { percentile } from '../figures.ts';
import { random } from '../relay/events.ts';
import { Clock } from './clock.ts';
import { Queue } from './queue.ts';
import { LIMITS, type Scenario } from './scenario.ts';
import type { ServiceTimes } from './service-times.ts';

/** What happened around the busiest minute. */
export interface Simulated {
  events: number;
  /** Time to accept, in milliseconds. */
  accept: { p50: number; p99: number };
  /** From an event to Zapier's answer, in milliseconds, of everybody but the campaign. */
  delivered: { p50: number; p99: number };
  /** From the campaign's first event to the answer to its last, in seconds. */
  campaignSeconds: number;
  /** Attempts that Zapier refused with 429. */
  refused: number;
  /** Processor use in the busiest minute, of the busiest relay and of the database: 0 to 1. */
  relayUse: number;
  databaseUse: number;
  /** The most that waited at a moment. */
  longestLine: number;
}

const MINUTE_MS = 60_000;
/** As in relay/delivery/loop.ts. */
const TICK_MS = 250;
const POLL_MS = 500;
const RETRIES = { firstRetry: 2000, longestRetry: 3_600_000 };

const CAMPAIGN = 'campaign';
const HOOK_LIMIT = LIMITS.find(({ limits }) => limits === '30 events a second')?.perSecond ?? 30;

/** Draws the same numbers in every run. */
class Dice {
  #drawn = 0;

  readonly draw = (): number => {
    this.#drawn += 1;
    return random(this.#drawn * 7919);
  };

  /** A wait between events that come at random, so many a second, in milliseconds. */
  gap(rate: number): number {
    return (-Math.log(1 - this.draw()) / rate) * 1000;
  }

  /** A number around 0 as a normal distribution has it (Box-Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.draw())) * Math.cos(2 * Math.PI * this.draw());
  }
}

/** One processor after the other takes what has waited longest. */
class Processors {
  readonly #free: number[];
  used = 0;

  constructor(count: number) {
    this.#free = Array.from({ length: count }, () => 0);
  }

  /** Works so long, from `now` at the earliest. @returns when it is done. */
  work(now: number, milliseconds: number): number {
    let first = 0;
    for (const [index, free] of this.#free.entries()) {
      if (free < (this.#free[first] ?? 0)) first = index;
    }
    const end = Math.max(now, this.#free[first] ?? 0) + milliseconds;
    this.#free[first] = end;
    this.used += milliseconds;
    return end;
  }
}

/**
 * A minute of the busiest hour, its busiest minute and another one, event by event. The relay's own
 * code decides who is delivered to (Scheduler, FairLine, retryDelay); how long things take is what
 * the bench measured; what is outside is the scenario.
 *
 * @param relays how many share the database
 */
export function simulate(scenario: Scenario, times: ServiceTimes, relays: number): Simulated {
  return new Simulation(scenario, times, relays).run();
}

class Relay {
  readonly scheduler: Scheduler;
  readonly line = new FairLine();
  readonly processor = new Processors(1);
  fetching = false;
  woken = false;

  constructor(clock: Clock) {
    this.scheduler = new Scheduler(undefined, () => clock.now);
  }
}

class Simulation {
  readonly #scenario: Scenario;
  readonly #times: ServiceTimes;
  readonly #clock = new Clock();
  readonly #dice = new Dice();
  readonly #queue = new Queue();
  readonly #database: Processors;
  readonly #relays: Relay[];
  readonly #body: Buffer;
  readonly #rate: number;
  readonly #windows = new Map<string, { second: number; count: number }>();
  readonly #accept: number[] = [];
  readonly #delivered: number[] = [];
  #events = 0;
  #ended = 0;
  #coming = true;
  #campaignEnd = 0;
  #refused = 0;
  #longestLine = 0;
  #use = { relay: 0, database: 0 };

  constructor(scenario: Scenario, times: ServiceTimes, relays: number) {
    this.#scenario = scenario;
    this.#times = times;
    this.#database = new Processors(scenario.databaseCores);
    this.#relays = Array.from({ length: relays }, () => new Relay(this.#clock));
    this.#body = Buffer.alloc(Math.round(times.payload));
    this.#rate = busiestHourRate(scenario);
  }

  run(): Simulated {
    const { campaign } = this.#scenario;
    this.#comeNext();
    for (let index = 0; index < campaign; index += 1) {
      this.#clock.at(MINUTE_MS + (index / campaign) * MINUTE_MS, () => {
        this.#arrive(CAMPAIGN, true);
      });
    }
    for (const relay of this.#relays) this.#keepTicking(relay);
    this.#measureUse();
    this.#clock.run(() => !this.#coming && this.#ended >= this.#events);
    const both = (values: readonly number[]) => ({
      p50: percentile(values, 0.5),
      p99: percentile(values, 0.99),
    });
    return {
      events: this.#events,
      accept: both(this.#accept),
      delivered: both(this.#delivered),
      campaignSeconds: (this.#campaignEnd - MINUTE_MS) / 1000,
      refused: this.#refused,
      relayUse: this.#use.relay,
      databaseUse: this.#use.database,
      longestLine: this.#longestLine,
    };
  }

  #comeNext(): void {
    const { subAccounts, busiestMinute, wanted } = this.#scenario;
    const minute = Math.floor(this.#clock.now / MINUTE_MS);
    if (minute > 2) {
      this.#coming = false;
      return;
    }
    const rate = this.#rate * (minute === 1 ? busiestMinute : 1);
    this.#clock.after(this.#dice.gap(rate), () => {
      // Cubed: a fifth of the sub-accounts has about three fifths of the events.
      const location = `location-${Math.floor(this.#dice.draw() ** 3 * subAccounts)}`;
      this.#arrive(location, this.#dice.draw() < wanted);
      this.#comeNext();
    });
  }

  /** An event comes to any of the relays. */
  #arrive(location: string, isWanted: boolean): void {
    const since = this.#clock.now;
    const relay = this.#relays[Math.floor(this.#dice.draw() * this.#relays.length)];
    if (!relay) return;
    this.#events += 1;
    const cost = isWanted ? this.#times.stored : this.#times.unwanted;
    const read = relay.processor.work(since, cost.relay);
    this.#clock.at(read, () => {
      const written = this.#database.work(this.#clock.now, cost.database);
      this.#clock.at(written + this.#scenario.databaseMs + this.#scenario.commitMs, () => {
        this.#accept.push(this.#clock.now - since);
        if (isWanted) this.#store(relay, location, since);
        else this.#ended += 1;
      });
    });
  }

  #store(relay: Relay, location: string, since: number): void {
    const id = String(this.#accept.length);
    this.#queue.put({
      id,
      retryCount: 0,
      event: id,
      shared: false,
      subscription: location,
      location,
      type: 'InboundMessage',
      attempts: 0,
      since,
      place: relay.line.place(location),
    });
    this.#longestLine = Math.max(this.#longestLine, this.#queue.size);
    if (!relay.scheduler.isFull(location)) this.#wake(relay);
    // It asks the others for help.
    if (!relay.scheduler.hasRoom) for (const other of this.#relays) this.#wake(other);
  }

  #wake(relay: Relay): void {
    relay.woken = true;
    if (relay.fetching || !relay.scheduler.hasRoom) return;
    relay.fetching = true;
    relay.woken = false;
    const full = new Set(relay.scheduler.full());
    // One round trip to claim, one to read.
    this.#clock.after(this.#scenario.databaseMs, () => {
      const claimed = this.#queue.take(FETCH_SIZE, full);
      this.#clock.after(this.#scenario.databaseMs, () => {
        for (const delivery of claimed) {
          relay.line.served(delivery.place);
          if (!relay.scheduler.offer({ delivery, body: this.#body })) this.#queue.put(delivery);
        }
        relay.fetching = false;
        this.#start(relay);
        if (claimed.length === FETCH_SIZE || relay.woken) this.#wake(relay);
      });
    });
  }

  #start(relay: Relay): void {
    for (const parcel of relay.scheduler.start()) {
      const { relay: work, database } = this.#times.delivered;
      const sent = relay.processor.work(this.#clock.now, work);
      this.#database.work(this.#clock.now, database);
      const { answerMs, answerSpread } = this.#scenario;
      const answered = sent + answerMs * Math.exp(answerSpread * this.#dice.normal());
      this.#clock.at(sent, () => {
        const isTaken = this.#takes(parcel.delivery.subscription);
        this.#clock.at(answered, () => {
          this.#end(relay, parcel.delivery, isTaken);
        });
      });
    }
    for (const delivery of relay.scheduler.takeSurplus()) this.#queue.put(delivery);
  }

  #end(relay: Relay, delivery: ClaimedDelivery, isTaken: boolean): void {
    const parcel = { delivery, body: this.#body };
    const freed = relay.scheduler.end(parcel, { ok: isTaken, refused: !isTaken });
    const { now } = this.#clock;
    if (isTaken) {
      this.#ended += 1;
      if (delivery.subscription === CAMPAIGN) this.#campaignEnd = now;
      else this.#delivered.push(now - delivery.since);
    } else {
      this.#refused += 1;
      const again = { ...delivery, attempts: delivery.attempts + 1 };
      this.#clock.after(retryDelay(1, RETRIES, this.#dice.draw) + 1000 * this.#dice.draw(), () => {
        this.#queue.put({ ...again, place: relay.line.place(delivery.location) });
      });
    }
    this.#start(relay);
    if (freed) this.#wake(relay);
  }

  /** Whether Zapier takes one more on this hook in this second. */
  #takes(subscription: string): boolean {
    const second = Math.floor(this.#clock.now / 1000);
    const window = this.#windows.get(subscription);
    if (window?.second !== second) {
      this.#windows.set(subscription, { second, count: 1 });
      return true;
    }
    window.count += 1;
    return window.count <= HOOK_LIMIT;
  }

  #keepTicking(relay: Relay): void {
    const tick = (): void => {
      relay.scheduler.tick();
      this.#start(relay);
      if (this.#clock.now % POLL_MS === 0) this.#wake(relay);
      this.#clock.after(TICK_MS, tick);
    };
    this.#clock.after(TICK_MS, tick);
  }

  /** How much of the busiest minute the processors work. */
  #measureUse(): void {
    const used = () => this.#relays.map(({ processor }) => processor.used);
    this.#clock.at(MINUTE_MS, () => {
      const [before, databaseBefore] = [used(), this.#database.used];
      this.#clock.after(MINUTE_MS, () => {
        const each = used().map((now, index) => now - (before[index] ?? 0));
        this.#use = {
          relay: Math.max(...each) / MINUTE_MS,
          database:
            (this.#database.used - databaseBefore) / MINUTE_MS / this.#scenario.databaseCores,
        };
      });
    });
  }
}

/** Events a second in the busiest hour, on average. */
export function busiestHourRate({ subAccounts, eventsPerDay, busiestHour }: Scenario): number {
  return (subAccounts * eventsPerDay * busiestHour) / 3600;
}
