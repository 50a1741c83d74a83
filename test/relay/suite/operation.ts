import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { MakeDatabase } from '../support/database.ts';
import {
  failedStart,
  startHarness,
  startProcessHarness,
  unsubscribe,
  type Harness,
  type Subscribed,
} from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import { call } from '../support/http.ts';
import { RawClient } from '../support/raw-client.ts';
import type { RelayProcess } from '../support/relay-process.ts';
import { answering } from '../support/target.ts';
import { until } from '../support/until.ts';

/** For who runs it: health, measurements, stopping, what is stored and how. */
export function operation(makeDatabase: MakeDatabase): void {
  describe('operation', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase);
    });
    afterAll(() => harness.close());

    test('/healthz and /readyz answer without a token', async () => {
      for (const path of ['/healthz', '/readyz']) {
        const answer = await call('GET', `${harness.relay.url}${path}`);
        expect(answer).toMatchObject({ status: 200, json: { status: 'ok' } });
      }
    });

    test.each([
      ['GET', '/metrics'],
      ['GET', '/admin/dead-letters'],
      ['POST', '/admin/dead-letters/replay'],
    ])('%s %s wants the admin token', async (method, path) => {
      const url = `${harness.relay.url}${path}`;
      const wrong = { authorization: 'Bearer another-token-of-tests' };
      expect((await call(method, url)).status).toBe(401);
      expect((await call(method, url, { headers: wrong })).status).toBe(401);
      expect((await harness.admin(method, path)).status).toBe(200);
    });

    test.each([
      ['GET', '/admin/dead-letters?locationId=%00', undefined],
      ['GET', '/admin/dead-letters?locationId=location1%00', undefined],
      ['GET', '/admin/dead-letters?locationId=location1&locationId=%00', undefined],
      ['GET', '/admin/dead-letters?before=%00', undefined],
      ['GET', '/admin/dead-letters?%00=1', undefined],
      ['POST', '/admin/dead-letters/replay', { locationId: 'location\0' }],
      ['POST', '/admin/dead-letters/%00/replay', undefined],
    ])('%s %s with a NUL is refused with 400', async (method, path, body) => {
      const answer = await harness.admin(method, path, body);
      expect(answer).toMatchObject({ status: 400, json: { message: expect.any(String) } });
    });

    test.each([
      ['GET', '/admin/dead-letters?locationId=%ED%A0%80', undefined],
      ['POST', '/admin/dead-letters/replay', { locationId: '\ud800' }],
    ])('%s %s with half a character finds nothing', async (method, path, body) => {
      expect((await harness.admin(method, path, body)).status).toBe(200);
    });

    test('/metrics tells what happened', async () => {
      const names = {
        accepted: 'relay_events_accepted_total',
        rejected: 'relay_events_rejected_total',
        delivered: 'relay_deliveries_delivered_total',
        retried: 'relay_deliveries_retried_total',
        acceptLatency: 'relay_accept_seconds_count',
        deliveryLatency: 'relay_delivery_seconds_count',
      };
      const read = async (): Promise<Record<string, number>> =>
        Object.fromEntries(
          await Promise.all(
            Object.entries(names).map(
              async ([key, name]) => [key, await harness.relay.metric(name)] as const,
            ),
          ),
        );
      const hook = await harness.subscribe();
      harness.target.behave(hook.path, answering(500));
      const before = await read();
      await post(harness.relay, inboundMessage());
      await post(harness.relay, inboundMessage(), { 'x-ghl-signature': 'N/A' });
      await until('an attempt', () => hook.received().length > 0);
      await until('a waiting event', async () => {
        return (await harness.relay.metric('relay_queue_depth')) === 1;
      });
      await until('its age', async () => {
        return (await harness.relay.metric('relay_oldest_undelivered_age_seconds')) > 0;
      });
      harness.target.behave(hook.path, answering(200));
      const after = await until('the delivery', async () => {
        const now = await read();
        return now['delivered'] === (before['delivered'] ?? 0) + 1 ? now : undefined;
      });
      expect(after['accepted']).toBe((before['accepted'] ?? 0) + 1);
      expect(after['rejected']).toBe((before['rejected'] ?? 0) + 1);
      expect(after['retried']).toBeGreaterThan(before['retried'] ?? 0);
      expect(after['acceptLatency']).toBe((before['acceptLatency'] ?? 0) + 1);
      expect(after['deliveryLatency']).toBe((before['deliveryLatency'] ?? 0) + 1);
      await until('an empty queue', async () => {
        return (await harness.relay.metric('relay_queue_depth')) === 0;
      });
      expect(await harness.relay.metric('relay_oldest_undelivered_age_seconds')).toBe(0);
    });

    test('/metrics tells only what is named', async () => {
      const namesAt = async (query: string): Promise<string[]> => {
        const { status, text } = await harness.admin('GET', `/metrics${query}`);
        expect(status).toBe(200);
        return [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name ?? '');
      };
      const [depth, ready] = ['relay_queue_depth', 'relay_ready'];
      expect(await namesAt('')).toEqual(
        expect.arrayContaining([depth, ready, 'nodejs_version_info']),
      );
      expect(await namesAt(`?name[]=${depth}`)).toEqual([depth]);
      const query = `?name[]=${ready}&name[]=constructor&name[]=${depth}`;
      expect(await namesAt(query)).toEqual([depth, ready]);
    });

    test('410 ends the subscription, with all that waits for it', async () => {
      const locationId = 'location-gone';
      const hook = await harness.subscribe('InboundMessage', locationId);
      harness.target.behave(hook.path, answering(503));
      for (let sent = 0; sent < 5; sent += 1) {
        await post(harness.relay, inboundMessage({ locationId }));
      }
      await until('attempts', () => hook.received().length >= 5);
      harness.target.behave(hook.path, answering(410));
      await until('the end of the subscription', async () => {
        await post(harness.relay, inboundMessage({ locationId }));
        return (await unsubscribe(harness.relay, hook.id, hook.secret)).status === 404;
      });
      expect(await left()).toMatchObject({ events: 0, jobs: 0 });
    });

    test('a payload is deleted with its last delivery, at one target or several', async () => {
      const locationId = 'location-deleted';
      const hooks = [
        await harness.subscribe('InboundMessage', locationId),
        await harness.subscribe('InboundMessage', locationId),
        await harness.subscribe('ConversationStarted', locationId),
      ];
      const [healthy, failing, started] = hooks;
      if (!healthy || !failing || !started) throw new Error('no hooks');
      let isFailing = true;
      let successes = 0;
      harness.target.behave(failing.path, (response) => {
        if (!isFailing) successes += 1;
        response.writeHead(isFailing ? 503 : 200);
        response.end();
      });
      const sent = 20;
      for (let count = 0; count < sent; count += 1) {
        await post(harness.relay, inboundMessage({ locationId }));
      }
      await until('the healthy ones', () =>
        [healthy, started].every((hook) => hook.received().length === sent),
      );
      isFailing = false;
      await until('the other one', () => successes === sent);
      expect(await left()).toEqual({ events: 0, jobs: 0 });
    });

    /** What is stored of events once the relay has ended; it is started again then. */
    async function left(): Promise<Record<string, number> | undefined> {
      await harness.relay.stop();
      const database = await harness.database.open();
      const [counts] = await database.query<Record<string, number>>(
        `SELECT (SELECT count(*)::integer FROM relay.event) AS events,
                (SELECT count(*)::integer FROM pgboss.job WHERE name = 'delivery') AS jobs`,
      );
      await database.close();
      await harness.start();
      return counts;
    }
  });

  describe('SIGTERM under load, with requests and deliveries that never end', () => {
    let harness: Harness<RelayProcess>;
    let code: number | null;
    let delivered: Subscribed;
    let neverAnswered: Subscribed;
    let wasClosed: boolean | undefined;
    const accepted = new Set<string>();
    beforeAll(async () => {
      harness = await startProcessHarness(makeDatabase);
      const { relay } = harness;
      neverAnswered = await harness.subscribe('InboundMessage', 'location-never');
      harness.target.behave(neverAnswered.path, () => undefined);
      await post(relay, inboundMessage({ locationId: 'location-never' }));
      await until('an attempt', () => neverAnswered.received().length === 1);

      const locationId = 'location-stop';
      delivered = await harness.subscribe('InboundMessage', locationId);
      let stopped = false;
      const sender = async (): Promise<void> => {
        while (!stopped) {
          const webhookId = randomBytes(8).toString('hex');
          const body = inboundMessage({ locationId, webhookId });
          const answer = await post(relay, body).catch(() => undefined);
          if (answer === undefined) return;
          expect([200, 429]).toContain(answer.status);
          if (answer.status === 200) accepted.add(webhookId);
        }
      };
      const senders = Promise.all(Array.from({ length: 16 }, sender));
      await until('some events', () => accepted.size > 200);

      const clients = await Promise.all([1, 2, 3, 4].map(() => RawClient.open(relay.url)));
      const [silent, head, unsigned, signed] = clients;
      head?.write('POST /webhooks/highlevel HTTP/1.1\r\nhost: relay\r\n');
      unsigned?.head('/subscriptions', { 'content-type': 'application/json', 'content-length': 9 });
      signed?.head('/webhooks/highlevel', {
        'content-length': 1000,
        'x-ghl-signature': Buffer.alloc(64).toString('base64'),
      });
      signed?.write('x');
      // Answered on another connection, so that the relay has seen what came before.
      expect((await harness.admin('GET', '/metrics')).status).toBe(200);
      wasClosed = silent?.isClosed;
      code = await relay.stop();
      stopped = true;
      await senders;
      for (const client of clients) client.close();
      harness.target.behave(neverAnswered.path, answering(200));
      await harness.startHere();
    });
    afterAll(() => harness.close());

    test('ends cleanly', () => {
      expect({ wasClosed, code }).toEqual({ wasClosed: false, code: 0 });
    });

    test('loses nothing: what waits goes out after the next start, and what was under way was given back', async () => {
      const ids = (): Set<string> => new Set(delivered.received().map(({ body }) => idOf(body)));
      await until('all of them', () => {
        const arrived = ids();
        return [...accepted].every((id) => arrived.has(id));
      });
      // Nobody cut anything off, so nothing was sent twice either.
      expect(delivered.received()).toHaveLength(ids().size);
      await until('the delivery', () => neverAnswered.received().length === 2);
    });
  });

  describe('encryption at rest', () => {
    const [first, second] = newKeys();
    const locationId = 'location-private';
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase, { RELAY_RETRY_LONGEST_SECONDS: '2' });
    });
    afterAll(() => harness.close());

    /** Everything that the relay's tables hold of payloads and subscribers, as text. */
    async function stored(): Promise<string> {
      const database = await harness.database.open();
      const rows = await database.query<{ text: string }>(
        `SELECT encode(body, 'escape') AS text FROM relay.event
         UNION ALL SELECT encode(target, 'escape') FROM relay.subscription
         UNION ALL SELECT data::text FROM pgboss.job`,
      );
      await database.close();
      return rows.map(({ text }) => text).join('\n');
    }

    test('without a key it is readable, with one it is not; both are delivered; keys rotate', async () => {
      const hook = await harness.subscribe('InboundMessage', locationId, '/hook/private-path');
      harness.target.behave(hook.path, answering(503));
      const bodies = ['written in clear', 'written under one', 'written under two'].map((text) =>
        inboundMessage({ locationId, body: `private: ${text}` }),
      );
      const [clear, one, two] = bodies;
      if (!clear || !one || !two) throw new Error();

      await post(harness.relay, clear);
      await harness.relay.stop();
      expect(await stored()).toMatch('private: written in clear');

      await harness.start({ RELAY_ENCRYPTION_KEY: first });
      await post(harness.relay, one);
      await harness.relay.stop();
      const text = await stored();
      expect(text).not.toMatch('written under one');
      // The subscription is sealed at the start, though it was made before there was a key.
      expect(text).not.toMatch(/private-path|whsec_/);

      await harness.start({ RELAY_ENCRYPTION_KEY: `${second},${first}` });
      await post(harness.relay, two);
      harness.target.behave(hook.path, answering(200));
      await until('all three', () =>
        bodies.every((body) => hook.received().some((one) => one.body.equals(body))),
      );
      await until('an empty queue', async () => {
        return (await harness.relay.metric('relay_queue_depth')) === 0;
      });
      await harness.relay.stop();

      // Now the old key is needed no more.
      await harness.start({ RELAY_ENCRYPTION_KEY: second });
      expect((await unsubscribe(harness.relay, hook.id, hook.secret)).status).toBe(204);
      await harness.relay.stop();
      expect(await stored()).toBe('');
    });
  });

  test('a key that is missing is named, and the relay ends with 2', async () => {
    const [first, second] = newKeys();
    const failure = await failedStart(
      makeDatabase,
      { RELAY_ENCRYPTION_KEY: second },
      async (harness) => {
        await harness.subscribe();
      },
      { RELAY_ENCRYPTION_KEY: first },
    );
    expect(failure).toMatchObject({
      code: 2,
      output: expect.stringMatching(/RELAY_ENCRYPTION_KEY does not contain the key [0-9a-f]{8}/),
    });
  });
}

/** Two keys to encrypt with. */
function newKeys(): [first: string, second: string] {
  const newKey = (): string => randomBytes(32).toString('base64');
  return [newKey(), newKey()];
}

/** The webhookId of a delivered event. */
export function idOf(body: Buffer): string {
  return /"webhookId":"([^"]+)"/.exec(body.toString())?.[1] ?? '';
}
