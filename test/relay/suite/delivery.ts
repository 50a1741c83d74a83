import type { ServerResponse } from 'node:http';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { FairLine } from '../../../relay/delivery/fairness.ts';
import { DeliveryQueue } from '../../../relay/store/deliveries.ts';
import { fail, type MakeDatabase, type TestDatabase } from '../support/database.ts';
import { startHarness, subscribe, type Harness, type Subscribed } from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import { putInLine, subscriptionId } from '../support/in-line.ts';
import { answering, type Behaviour, type Received } from '../support/target.ts';
import { until } from '../support/until.ts';

const MANY = 60;

/** Sends events to the location of a healthy hook and waits until all have arrived. */
export async function allArrive(
  harness: Harness,
  hook: Subscribed,
  locationId: string,
): Promise<void> {
  const before = hook.received().length;
  const answers = await Promise.all(
    Array.from({ length: MANY }, () => post(harness.relay, inboundMessage({ locationId }))),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  await until('all events of the healthy hook', () => hook.received().length === before + MANY);
}

/** Has deliveries of a location stand in line when the relay starts again. */
async function standInLine(
  { open }: TestDatabase,
  hook: Subscribed,
  location: string,
  total: number,
): Promise<void> {
  const database = await open();
  const queue = await DeliveryQueue.open(database, fail);
  const line = new FairLine();
  line.restore(await queue.places());
  const subscription = await subscriptionId(database, hook.id);
  await database.transaction((transaction) =>
    putInLine(transaction, { queue, line }, { subscription, location }, total),
  );
  await queue.close();
  await database.close();
}

/** What tells a delivery from others, and not from a repeat of it. */
function idAt({ headers }: Received): string {
  return String(headers['webhook-id']);
}

/** What targets answer, and what becomes of the event and of the others. */
export function delivery(makeDatabase: MakeDatabase): void {
  describe('delivery', () => {
    let harness: Harness;
    let healthy: Subscribed;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase, { RELAY_DELIVERY_TIMEOUT_SECONDS: '15' });
      healthy = await harness.subscribe('InboundMessage', 'location-healthy');
    });
    afterAll(() => harness.close());

    test('a target that takes long does not slow the others, and gets its events nevertheless', async () => {
      const locationId = 'location-slow';
      const total = 100;
      const slow = await harness.subscribe('InboundMessage', locationId);
      const held: (() => void)[] = [];
      let isSlow = true;
      harness.target.behave(slow.path, (response) => {
        if (isSlow) held.push(() => response.end());
        else response.end();
      });
      await Promise.all(
        Array.from({ length: total }, () => post(harness.relay, inboundMessage({ locationId }))),
      );
      await until('the slow target is busy', () => slow.received().length > 0);
      await allArrive(harness, healthy, 'location-healthy');
      // Those that were under way when it turned out to be slow, and after that a few at a time.
      expect(slow.received().length).toBeLessThan(total);
      isSlow = false;
      for (const answer of held) answer();
      await until('its events', () => new Set(slow.received().map(idAt)).size === total);
    });

    test('500, then 200: tried again, the same bytes and the same webhook-id', async () => {
      const hook = await harness.subscribe();
      let failures = 2;
      harness.target.behave(hook.path, (response) => {
        response.writeHead(failures > 0 ? 500 : 200);
        failures -= 1;
        response.end();
      });
      const body = inboundMessage();
      await post(harness.relay, body);
      await until('the third attempt', () => hook.received().length === 3);
      expect(hook.received().map((one) => one.body)).toEqual([body, body, body]);
      expect(new Set(hook.received().map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    });

    test('429: waits as long as Retry-After says', async () => {
      const hook = await harness.subscribe();
      const arrivals: number[] = [];
      harness.target.behave(hook.path, (response) => {
        arrivals.push(Date.now());
        const wait = arrivals.length === 1 ? { 'retry-after': '2' } : {};
        response.writeHead(arrivals.length === 1 ? 429 : 200, wait);
        response.end();
      });
      await post(harness.relay, inboundMessage());
      await until('the second attempt', () => arrivals.length === 2);
      expect((arrivals[1] ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThanOrEqual(2000);
    });

    test('a redirect is not followed, and tried again', async () => {
      const hook = await harness.subscribe();
      let redirects = 2;
      harness.target.behave(hook.path, (response) => {
        if (redirects > 0) response.writeHead(302, { location: `${harness.target.url}/secret` });
        redirects -= 1;
        response.end();
      });
      await post(harness.relay, inboundMessage());
      await until('the third attempt', () => hook.received().length === 3);
      expect(harness.target.at('/secret')).toEqual([]);
    });

    test('targets that are dead, always fail, never answer and ask to wait for ever do not slow the others', async () => {
      const location = 'location-bad';
      const unanswered: ServerResponse[] = [];
      const behaviours: Behaviour[] = [
        (response) => response.destroy(),
        answering(500),
        (response) => unanswered.push(response),
        answering(429, { 'retry-after': '3600' }),
      ];
      const bad = await Promise.all(
        behaviours.map(async (behaviour) => {
          const hook = await harness.subscribe('InboundMessage', location);
          harness.target.behave(hook.path, behaviour);
          return hook;
        }),
      );
      // In the same location too: a person with several Zaps, of which one is not broken.
      const sibling = await harness.subscribe('InboundMessage', location);
      await Promise.all(
        Array.from({ length: 300 }, () =>
          post(harness.relay, inboundMessage({ locationId: location })),
        ),
      );
      await allArrive(harness, healthy, 'location-healthy');
      await until('all of the sibling', () => sibling.received().length === 300);
      expect(bad.every((hook) => hook.received().length > 0)).toBe(true);
      for (const hook of bad) harness.target.behave(hook.path, answering(410));
      for (const response of unanswered) response.destroy();
    });

    test('a target whose name cannot be looked up is tried again, and the others go on', async () => {
      const location = 'location-nameless';
      const answer = await subscribe(harness.relay, {
        event: 'InboundMessage',
        locationId: location,
        targetUrl: 'https://name.invalid/hook',
      });
      expect(answer.status).toBe(201);
      const before = await harness.relay.metric('relay_deliveries_retried_total');
      expect((await post(harness.relay, inboundMessage({ locationId: location }))).status).toBe(
        200,
      );
      await until('attempts that failed', async () => {
        return (await harness.relay.metric('relay_deliveries_retried_total')) >= before + 2;
      });
      await allArrive(harness, healthy, 'location-healthy');
    });

    test('a location that floods lets another pass', async () => {
      const flood = await harness.subscribe('InboundMessage', 'location-flood');
      const quiet = await harness.subscribe('InboundMessage', 'location-quiet');
      const total = 10_000;
      // Nothing is delivered until the flood stands in line.
      await harness.relay.stop();
      await standInLine(harness.database, flood, 'location-flood', total);
      await harness.start();
      const under = await until('a part of the flood', () => {
        const count = flood.received().length;
        return count > 500 ? count : undefined;
      });
      expect(under).toBeLessThan(total - 1000);
      await Promise.all(
        Array.from({ length: 10 }, () =>
          post(harness.relay, inboundMessage({ locationId: 'location-quiet' })),
        ),
      );
      const committed = harness.target.received.length;
      await until('the ten', () => quiet.received().length === 10);
      const last = quiet.received()[9]?.order ?? Number.POSITIVE_INFINITY;
      const between = flood.received().filter(({ order }) => order >= committed && order < last);
      expect(between.length).toBeLessThan(200);
      // More than all where it took so long that those held back were sent again.
      await until('the whole flood', () => flood.received().length >= total);
    });
  });

  describe('dead letters', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase, { RELAY_GIVE_UP_AFTER_SECONDS: '1' });
    });
    afterAll(() => harness.close());

    async function listed(): Promise<Record<string, unknown>[]> {
      const { json } = await harness.admin('GET', '/admin/dead-letters');
      // The route's own answer.
      return (json as { deadLetters: Record<string, unknown>[] }).deadLetters;
    }

    test('what cannot be delivered in time is listed without its payload, and replayed', async () => {
      const locationId = 'location-dead';
      const hook = await harness.subscribe('InboundMessage', locationId);
      harness.target.behave(hook.path, answering(503));
      const body = inboundMessage({ locationId, body: 'private words' });
      await post(harness.relay, body);
      const [letter] = await until('a dead letter', async () => {
        const letters = await listed();
        return letters.length > 0 ? letters : undefined;
      });
      expect(letter).toMatchObject({
        event: 'InboundMessage',
        locationId,
        subscriptionId: hook.id,
        targetHost: new URL(harness.target.url).host,
        reason: 'The target answered 503.',
        attempts: hook.received().length,
      });
      expect(JSON.stringify(letter)).not.toMatch(/private words|\/hook\//);

      harness.target.behave(hook.path, answering(200));
      const attempts = hook.received().length;
      const replay = await harness.admin(
        'POST',
        `/admin/dead-letters/${String(letter?.['id'])}/replay`,
      );
      expect(replay).toMatchObject({ status: 200, json: { replayed: 1 } });
      await until('the delivery', () => hook.received().length === attempts + 1);
      expect(hook.received().at(-1)?.body).toEqual(body);
      expect(await listed()).toEqual([]);
    });

    test('many are listed by page and replayed by location', async () => {
      const hooks = await Promise.all(
        ['location-x', 'location-y'].map((id) => harness.subscribe('InboundMessage', id)),
      );
      for (const hook of hooks) harness.target.behave(hook.path, answering(404));
      await Promise.all(
        ['location-x', 'location-x', 'location-x', 'location-y'].map((locationId) =>
          post(harness.relay, inboundMessage({ locationId })),
        ),
      );
      await until('four dead letters', async () => (await listed()).length === 4);
      const { json } = await harness.admin('GET', '/admin/dead-letters?limit=3');
      expect(json).toMatchObject({ deadLetters: { length: 3 }, next: expect.any(String) });
      // The page's own mark for the next one.
      const { next } = json as { next: string };
      const rest = await harness.admin('GET', `/admin/dead-letters?limit=3&before=${next}`);
      expect(rest.json).toMatchObject({ deadLetters: { length: 1 } });
      expect(rest.json).not.toHaveProperty('next');

      for (const hook of hooks) harness.target.behave(hook.path, answering(200));
      const attempts = hooks.map((hook) => hook.received().length);
      const replay = await harness.admin('POST', '/admin/dead-letters/replay', {
        locationId: 'location-x',
      });
      expect(replay.json).toEqual({ replayed: 3 });
      await until('three', () => hooks[0]?.received().length === (attempts[0] ?? 0) + 3);
      expect(hooks[1]?.received()).toHaveLength(attempts[1] ?? 0);
      const all = await harness.admin('POST', '/admin/dead-letters/replay');
      expect(all.json).toEqual({ replayed: 1 });
      await until('the last', () => hooks[1]?.received().length === (attempts[1] ?? 0) + 1);
    });

    test('a target at an address that is not public gets nothing, by its name', async () => {
      // localhost is a listed host here, and no origin that is allowed as it stands.
      const body = { event: 'InboundMessage', locationId: 'location-ssrf' };
      const answer = await subscribe(harness.relay, { ...body, targetUrl: 'https://localhost/x' });
      expect(answer.status).toBe(201);
      await post(harness.relay, inboundMessage({ locationId: 'location-ssrf' }));
      const [letter] = await until('a dead letter', async () => {
        const letters = await listed();
        return letters.length > 0 ? letters : undefined;
      });
      expect(letter?.['reason']).toBe('localhost leads to an address that is not public.');
    });

    test.each([
      ['GET', '/admin/dead-letters?limit=0', 422],
      ['GET', '/admin/dead-letters?before=nonsense', 422],
      ['POST', '/admin/dead-letters/nonsense/replay', 422],
      ['POST', '/admin/dead-letters/00000000-0000-7000-8000-000000000000/replay', 404],
    ])('%s %s: %d', async (method, path, status) => {
      expect((await harness.admin(method, path)).status).toBe(status);
    });
  });
}
