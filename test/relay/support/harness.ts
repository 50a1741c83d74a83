import { createHmac } from 'node:crypto';

import { expect } from '@jest/globals';

import { shared, type MakeDatabase, type SharedDatabase, type TestDatabase } from './database.ts';
import { startHighLevel, type FakeHighLevel } from './highlevel.ts';
import { call, type Answer } from './http.ts';
import { startRelayHere } from './relay-here.ts';
import {
  ADMIN_TOKEN,
  StartError,
  startQuickRelay,
  type RelayProcess,
  type TestRelay,
} from './relay-process.ts';
import { startTarget, type Received, type TargetServer } from './target.ts';

/** A subscription as the relay answered it, with its target. */
export interface Subscribed {
  id: string;
  secret: string;
  path: string;
  /** What its target received, in order. */
  received: () => Received[];
}

/** A relay with everything around it. */
export interface Harness<Relay extends TestRelay = TestRelay> {
  database: TestDatabase;
  highLevel: FakeHighLevel;
  target: TargetServer;
  /** The relay that runs now. */
  relay: Relay;
  /** Starts one more on the same database, or one again after a stop. */
  start: (environment?: Record<string, string>) => Promise<Relay>;
  /** The same in this process: with PGlite once no other one has the database open, nor will. */
  startHere: () => Promise<TestRelay>;
  /** Subscribes a new path of the target, or the one given. */
  subscribe: (event?: string, locationId?: string, path?: string) => Promise<Subscribed>;
  /** A call of an operator. */
  admin: (method: string, path: string, body?: unknown) => Promise<Answer>;
  close: () => Promise<void>;
}

/** Retries that do not keep a test waiting. */
const QUICK_RETRIES = {
  RELAY_RETRY_FIRST_SECONDS: '0.05',
  RELAY_RETRY_LONGEST_SECONDS: '0.5',
};

/**
 * Starts a relay on an empty database, a stand-in for HighLevel and a target. It runs in this process,
 * and its database stays open when it stops.
 */
export async function startHarness(
  makeDatabase: MakeDatabase,
  environment: Record<string, string> = {},
): Promise<Harness> {
  const database = shared(await makeDatabase({ here: true }));
  return startAround(database, database, environment, (settings) =>
    startRelayHere(settings, () => database.open()),
  );
}

/** The same with a process of its own for each relay, for what kills it or looks at it from outside. */
export async function startProcessHarness(
  makeDatabase: MakeDatabase,
  environment: Record<string, string> = {},
): Promise<Harness<RelayProcess>> {
  const database = await makeDatabase();
  return startAround(database, shared(database), environment, startQuickRelay);
}

/**
 * How a relay in a process of its own fails to start on what one in this process has left.
 *
 * @param environment the settings of the one that starts well.
 * @param prepare what is done with it, and to its database.
 * @param next the settings of the one that must not start.
 */
export async function failedStart(
  makeDatabase: MakeDatabase,
  environment: Record<string, string>,
  prepare: (harness: Harness) => Promise<void>,
  next: Record<string, string>,
): Promise<StartError> {
  const made = await makeDatabase();
  const harness = await startHarness(
    () => Promise.resolve({ ...made, remove: () => undefined }),
    environment,
  );
  try {
    await prepare(harness);
  } finally {
    await harness.close();
  }
  try {
    const relay = await startQuickRelay({
      ...made.environment,
      HIGHLEVEL_API_URL: harness.highLevel.url,
      ...next,
    });
    await relay.stop();
    throw new Error('The relay started.');
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  } finally {
    made.remove();
  }
}

/**
 * @param database who opens it closes it again, before a process opens it.
 * @param here the same for this process, opened until all ends.
 */
async function startAround<Relay extends TestRelay>(
  database: TestDatabase,
  here: SharedDatabase,
  environment: Record<string, string>,
  startRelay: (settings: Record<string, string>) => Promise<Relay>,
): Promise<Harness<Relay>> {
  const [highLevel, target] = await Promise.all([startHighLevel(), startTarget()]);
  const relays: TestRelay[] = [];
  let paths = 0;
  const settings = {
    ...database.environment,
    HIGHLEVEL_API_URL: highLevel.url,
    RELAY_TARGET_HOSTS: `${target.url},localhost,name.invalid`,
    ...QUICK_RETRIES,
    ...environment,
  };
  const start = async (more: Record<string, string> = {}): Promise<Relay> => {
    const relay = await startRelay({ ...settings, ...more });
    relays.push(relay);
    return relay;
  };
  const harness: Harness<Relay> = {
    database,
    highLevel,
    target,
    // A relay that does not start must not leave servers behind, for which the test would wait for ever.
    relay: await start().catch(async (error: unknown) => {
      await Promise.all([highLevel.close(), target.close(), here.close()]);
      database.remove();
      throw error;
    }),
    start: async (more) => {
      harness.relay = await start(more);
      return harness.relay;
    },
    startHere: async () => {
      const relay = await startRelayHere(settings, () => here.open());
      relays.push(relay);
      return relay;
    },
    subscribe: async (event = 'InboundMessage', locationId = 'location1', given) => {
      paths += 1;
      const path = given ?? `/hook/${paths}`;
      const answer = await subscribe(harness.relay, {
        event,
        locationId,
        targetUrl: `${target.url}${path}`,
      });
      expect(answer).toMatchObject({ status: 201 });
      // The answer to a 201, as the assertion above made sure.
      const { id, secret } = answer.json as { id: string; secret: string };
      return { id, secret, path, received: () => target.at(path) };
    },
    admin: (method, path, body) =>
      call(method, `${harness.relay.url}${path}`, {
        headers: {
          authorization: `Bearer ${ADMIN_TOKEN}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    close: async () => {
      await Promise.all(relays.map((relay) => relay.stop()));
      await Promise.all([highLevel.close(), target.close(), here.close()]);
      database.remove();
    },
  };
  return harness;
}

/**
 * `POST /subscriptions` with any body; the token is the location's own unless given.
 *
 * @param address whom a proxy says that it calls for; the loopback when missing.
 */
export function subscribe(
  relay: { url: string },
  body: { locationId?: unknown } & Record<string, unknown>,
  token = `token-of-${String(body.locationId)}`,
  address?: string,
): Promise<Answer> {
  return call('POST', `${relay.url}/subscriptions`, {
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(address !== undefined && { 'x-forwarded-for': address }),
    },
    body: JSON.stringify(body),
  });
}

/** `POST /subscriptions/:id/proof`. */
export function prove(
  relay: { url: string },
  { id, secret }: { id: string; secret: string },
  token: string,
): Promise<Answer> {
  return call('POST', `${relay.url}/subscriptions/${id}/proof`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
}

/** `DELETE /subscriptions/:id`. */
export function unsubscribe(relay: { url: string }, id: string, secret: string): Promise<Answer> {
  return call('DELETE', `${relay.url}/subscriptions/${id}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
}

/** The signature that Standard Webhooks prescribes for a delivery, computed apart from the relay. */
export function standardSignature({ headers, body }: Received, secret: string): string {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.`;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(signed).update(body).digest('base64')}`;
}
