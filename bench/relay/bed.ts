import { setTimeout as sleep } from 'node:timers/promises';

import { LIMITS } from '../../relay/delivery/scheduler.ts';
import type { MakeDatabase, TestDatabase } from '../../test/relay/support/database.ts';
import { startHighLevel, type FakeHighLevel } from '../../test/relay/support/highlevel.ts';
import { call } from '../../test/relay/support/http.ts';
import { startRelayProcess, type RelayProcess } from '../../test/relay/support/relay-process.ts';
import { median } from '../figures.ts';
import type { Baselines } from './baselines.ts';
import { EVENT, locationsOf, PUBLIC_KEY, type Locations } from './events.ts';
import type { Flooded, Generator } from './generator.ts';
import type { Target } from './target.ts';

/**
 * Connections that events come on: enough that there is always one to work on, and that a paced
 * event hardly ever waits for a free one.
 */
export const CONNECTIONS = 256;

/** What no subscription asks for. */
export const UNWANTED: Locations = { group: 'unwanted', count: 100 };
export const ONE: Locations = { group: 'one', count: 1 };
export const HUNDRED: Locations = { group: 'hundred', count: 100 };
/** A sub-account where little happens, beside one where much does. */
export const QUIET: Locations = { group: 'quiet', count: 1 };

/** The processes that all measurements share. */
export interface Tools {
  generator: Generator;
  target: Target;
  baselines: Baselines;
}

/** The retries of a relay whose targets fail for a few seconds only. */
export const SHORT_RETRIES = {
  RELAY_RETRY_FIRST_SECONDS: '0.1',
  RELAY_RETRY_LONGEST_SECONDS: '1',
};

const SUBSCRIBERS = 16;
const QUIET_MS = 200;
/** A process that used less than this part of the time has nothing to do. */
const QUIET_SHARE = 0.15;
const SETTLE_LIMIT_MS = 15_000;
/** A relay gives up an attempt after 30 seconds: by then the targets must answer again. */
const FILL_LIMIT_SECONDS = 20;

let runs = 0;

/** A relay, or several, on an empty database. */
export class Bed {
  readonly database: TestDatabase;
  readonly tools: Tools;
  relays: RelayProcess[] = [];
  readonly #highLevel: FakeHighLevel;
  readonly #environment: Record<string, string>;

  private constructor(
    database: TestDatabase,
    highLevel: FakeHighLevel,
    tools: Tools,
    environment: Record<string, string>,
  ) {
    this.database = database;
    this.tools = tools;
    this.#highLevel = highLevel;
    this.#environment = environment;
  }

  /** @param environment for the relays, beside what they need to run here */
  static async open(
    makeDatabase: MakeDatabase,
    tools: Tools,
    environment: Record<string, string> = {},
  ): Promise<Bed> {
    const [database, highLevel] = await Promise.all([makeDatabase(), startHighLevel()]);
    const bed = new Bed(database, highLevel, tools, environment);
    await bed.startRelay();
    return bed;
  }

  /** The first relay. */
  get relay(): RelayProcess {
    const [relay] = this.relays;
    if (!relay) throw new Error('No relay runs.');
    return relay;
  }

  get urls(): string[] {
    return this.relays.map(({ url }) => url);
  }

  /** Starts a relay on the database, beside those that run. */
  async startRelay(): Promise<void> {
    this.relays.push(
      await startRelayProcess({
        ...this.database.environment,
        HIGHLEVEL_API_URL: this.#highLevel.url,
        HIGHLEVEL_WEBHOOK_PUBLIC_KEY: PUBLIC_KEY,
        RELAY_TARGET_HOSTS: this.tools.target.url,
        ...this.#environment,
      }),
    );
  }

  async stopRelays(): Promise<void> {
    const relays = this.relays;
    this.relays = [];
    await Promise.all(relays.map((relay) => relay.stop()));
  }

  async close(): Promise<void> {
    await this.stopRelays();
    await this.#highLevel.close();
    this.database.remove();
  }

  /** Subscribes each location, to a path of its own. */
  async subscribe(locations: Locations): Promise<void> {
    const names = locationsOf(locations);
    const subscribeNext = async (): Promise<void> => {
      for (let name = names.pop(); name !== undefined; name = names.pop()) {
        const { status } = await call('POST', `${this.relay.url}/subscriptions`, {
          headers: { authorization: `Bearer token-of-${name}`, 'content-type': 'application/json' },
          body: JSON.stringify({ event: EVENT, locationId: name, targetUrl: this.hookOf(name) }),
        });
        if (status !== 201) throw new Error(`A subscription was answered with ${status}.`);
      }
    };
    await Promise.all(Array.from({ length: SUBSCRIBERS }, subscribeNext));
  }

  /** The address that a location's events are delivered to. */
  readonly hookOf = (location: string): string => `${this.tools.target.url}/hook/${location}`;

  /**
   * Makes events that no relay has seen.
   *
   * @returns the average length of a body.
   */
  prepare(locations: Locations, count: number): Promise<number> {
    return this.tools.generator.prepare(nextRun(), count, locations);
  }

  /** Sends what was prepared as fast as it is accepted. */
  async flood(seconds: number): Promise<Flooded> {
    const flooded = await this.tools.generator.flood(this.urls, CONNECTIONS, seconds);
    if (flooded.refused > 0) throw new Error(`${flooded.refused} events were not accepted.`);
    return flooded;
  }

  /** Has the targets answer nothing for now. */
  async hold(): Promise<void> {
    await this.tools.target.forget();
    await this.tools.target.behave({ kind: 'hold' });
  }

  /** Stores so many events, while their targets answer nothing. */
  async fill(locations: Locations, count: number): Promise<void> {
    await this.hold();
    await this.prepare(locations, count);
    const { accepted } = await this.flood(FILL_LIMIT_SECONDS);
    if (accepted < count) throw new Error(`Only ${accepted} of ${count} events were accepted.`);
  }

  /**
   * Lets the targets answer and waits until all is delivered.
   *
   * @returns deliveries a second, without those that the targets held already.
   */
  async drain(count: number, afterMs = 0): Promise<number> {
    const { target } = this.tools;
    const { at, held } = await target.behave({ kind: 'answer', afterMs });
    const { lastAt } = await target.waitFor(count);
    return ((count - held) / (lastAt - at)) * 1000;
  }

  /** Processor time that the relays have used, in milliseconds. */
  async processorTime(): Promise<number> {
    const times = this.relays.map((relay) => relay.metric('process_cpu_seconds_total'));
    return (await Promise.all(times)).reduce((sum, seconds) => sum + seconds * 1000, 0);
  }

  /** Waits until the relays have nothing left to do. */
  async settle(): Promise<void> {
    const end = performance.now() + SETTLE_LIMIT_MS;
    let used = await this.processorTime();
    let at = performance.now();
    while (at < end) {
      await sleep(QUIET_MS);
      const [usedNow, now] = [await this.processorTime(), performance.now()];
      if (usedNow - used < QUIET_SHARE * (now - at)) return;
      used = usedNow;
      at = now;
    }
  }
}

/** A name that no other measurement's events have. */
export function nextRun(): string {
  runs += 1;
  return `run-${runs}`;
}

/** Attempts that a relay has under way at most, to so many targets that answer quickly. */
export function concurrencyTo(targets: number): number {
  return Math.min(LIMITS.quick, LIMITS.perLocation * targets);
}

/** A rate as a person reads it. */
export function perSecond(rates: readonly number[]): string {
  return `${Math.round(median(rates)).toLocaleString('en')} a second`;
}
