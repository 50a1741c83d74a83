import { createConnection } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { BODY_LIMITS } from '../../../relay/body-reader.ts';
import { MOST_ZAPIER_TAKES } from '../../../relay/reduced-event.ts';
import type { MakeDatabase } from '../support/database.ts';
import { standardSignature, startHarness, type Harness } from '../support/harness.ts';
import { inboundMessage, post, signatureOf, webhookKeys } from '../support/highlevel.ts';
import { call } from '../support/http.ts';
import { RawClient } from '../support/raw-client.ts';
import { until } from '../support/until.ts';

/** `POST /webhooks/highlevel`: what is taken, what is not, and that a taken event arrives. */
export function webhooks(makeDatabase: MakeDatabase): void {
  describe('webhooks', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase);
    });
    afterAll(() => harness.close());

    test('an event is delivered: its exact bytes, signed with the secret', async () => {
      const hook = await harness.subscribe();
      const body = Buffer.from(
        inboundMessage({ body: 'Grüße 👋', locationId: 'location1' })
          .toString()
          .replace('{', '{ \n'),
      );
      const type = 'application/json; charset=utf-8';
      const before = Date.now();
      const answer = await post(harness.relay, body, { 'content-type': type });
      expect(answer).toMatchObject({ status: 200, json: { result: 'new' } });
      const delivery = await until('the delivery', () => hook.received()[0]);
      expect(delivery.body).toEqual(body);
      expect(delivery.headers['content-type']).toBe(type);
      expect(delivery.headers['webhook-signature']).toBe(standardSignature(delivery, hook.secret));
      const timestamp = Number(delivery.headers['webhook-timestamp']) * 1000;
      expect(timestamp).toBeGreaterThan(before - 1000);
      expect(timestamp).toBeLessThanOrEqual(Date.now());
      expect(delivery.headers['authorization']).toBeUndefined();
    });

    test('an event goes to all who asked for it, and to nobody else', async () => {
      const location = 'location-of-two';
      const [first, second, other, elsewhere] = await Promise.all([
        harness.subscribe('InboundMessage', location),
        harness.subscribe('InboundMessage', location),
        harness.subscribe('OutboundMessage', location),
        harness.subscribe('InboundMessage', 'location-elsewhere'),
      ]);
      await post(harness.relay, inboundMessage({ locationId: location }));
      await post(harness.relay, inboundMessage({ locationId: 'location-elsewhere' }));
      await until('three deliveries', () =>
        [first, second, elsewhere].every((hook) => hook.received().length === 1),
      );
      expect(first.secret).not.toBe(second.secret);
      expect(other.received()).toEqual([]);
      expect(elsewhere.received()[0]?.body.includes(location)).toBe(false);
      const ids = [first, second].map((hook) => hook.received()[0]?.headers['webhook-id']);
      expect(new Set(ids).size).toBe(2);
    });

    test('a webhookId seen before is answered with 200 and not delivered again', async () => {
      const hook = await harness.subscribe('InboundMessage', 'location-repeat');
      const event = { locationId: 'location-repeat', webhookId: 'repeated-webhook' };
      const answers = [];
      for (const text of ['first', 'second', 'third']) {
        answers.push(await post(harness.relay, inboundMessage({ ...event, body: text })));
      }
      expect(answers.map(({ status, json }) => [status, json])).toEqual([
        [200, { result: 'new' }],
        [200, { result: 'repeated' }],
        [200, { result: 'repeated' }],
      ]);
      await post(harness.relay, inboundMessage({ locationId: 'location-repeat' }));
      await until('the last event', () => hook.received().length >= 2);
      expect(hook.received().filter(({ body }) => body.includes('repeated-webhook'))).toHaveLength(
        1,
      );
    });

    test('without a webhookId, the same bytes are a repeat', async () => {
      const hook = await harness.subscribe('InboundMessage', 'location-bytes');
      const body = inboundMessage({ locationId: 'location-bytes', webhookId: undefined });
      const answers = await Promise.all(Array.from({ length: 8 }, () => post(harness.relay, body)));
      const results = answers.map(({ json }) => json);
      expect(
        results.filter((result) => JSON.stringify(result) === '{"result":"new"}'),
      ).toHaveLength(1);
      await until('the delivery', () => hook.received().length === 1);
    });

    test('an event is known by the address that it is posted to where it has no type', async () => {
      const locationId = 'location-untyped';
      const hook = await harness.subscribe('NoteCreate', locationId);
      const untyped = (): Buffer => inboundMessage({ type: undefined, locationId });
      const elsewhere = (query: string) => ({ url: harness.relay.url, query });
      for (const query of [
        '',
        '?event=',
        '?event=Whatever.New',
        '?event=UNINSTALL',
        '?event=a&event=b',
      ]) {
        const answer = await post(elsewhere(query), untyped());
        expect(answer).toMatchObject({ status: 200, json: { result: 'unknown' } });
      }
      const named = untyped();
      for (const query of ['?event=NoteCreate', '/?event=NoteCreate']) {
        expect((await post(elsewhere(query), named)).status).toBe(200);
      }
      await post(elsewhere('/'), inboundMessage({ type: 'NoteCreate', locationId }));
      await until('two notes', () => hook.received().length === 2);
      expect(hook.received().some(({ body }) => body.equals(named))).toBe(true);
    });

    test('an event that HighLevel adds tomorrow goes to who asked for it, by its type or an address', async () => {
      const locationId = 'location-of-tomorrow';
      const hook = await harness.subscribe('RecordImported', locationId);
      const typed = inboundMessage({ type: 'RecordImported', locationId });
      const untyped = inboundMessage({ type: undefined, locationId });
      await post(harness.relay, typed);
      await post({ url: harness.relay.url, query: '?event=RecordImported' }, untyped);
      await post(harness.relay, inboundMessage({ type: 'RecordImportedTwice', locationId }));
      await until('two events', () => hook.received().length === 2);
      const bodies = hook.received().map(({ body }) => body.toString());
      expect(bodies.toSorted()).toEqual([typed, untyped].map(String).toSorted());
    });

    test('a webhookId seen with one event is not a repeat with another', async () => {
      const locationId = 'location-two-events';
      const hooks = [
        await harness.subscribe('ContactCreate', locationId),
        await harness.subscribe('ContactUpdate', locationId),
      ];
      const webhookId = 'one-webhook-two-events';
      for (const type of ['ContactCreate', 'ContactUpdate']) {
        const answer = await post(harness.relay, inboundMessage({ type, locationId, webhookId }));
        expect(answer.json).toEqual({ result: 'new' });
      }
      await until('both', () => hooks.every((hook) => hook.received().length === 1));
    });

    test('an event of commerce belongs to the location that altId names', async () => {
      const hook = await harness.subscribe('NoteCreate', 'location-alt');
      const fields = { type: 'NoteCreate', locationId: undefined, altId: 'location-alt' };
      await post(harness.relay, inboundMessage({ ...fields, altType: 'company' }));
      await post(harness.relay, inboundMessage({ ...fields, altType: 'location' }));
      await until('one delivery', () => hook.received().length === 1);
      expect(hook.received()[0]?.body.includes('"altType":"location"')).toBe(true);
    });

    test('an event that nobody asked for is taken and not kept', async () => {
      for (const type of ['INSTALL', 'AppointmentCreate', 'InboundMessage', 'Whatever.New']) {
        const body = inboundMessage({ type, locationId: 'location-of-nobody' });
        expect((await post(harness.relay, body)).status).toBe(200);
      }
      await until(
        'an empty queue',
        async () => (await harness.admin('GET', '/readyz')).status === 200,
      );
    });

    describe('hostile input', () => {
      const body = inboundMessage({ locationId: 'location1' });

      test.each<[string, Record<string, string>]>([
        ['no signature', { 'x-ghl-signature': '' }],
        ['N/A', { 'x-ghl-signature': 'N/A' }],
        ['the signature of other bytes', { 'x-ghl-signature': signatureOf(Buffer.from('{}')) }],
        ['another key', { 'x-ghl-signature': signatureOf(body, webhookKeys()) }],
        ['the legacy header only', { 'x-ghl-signature': '', 'x-wh-signature': signatureOf(body) }],
        ['garbage', { 'x-ghl-signature': '%%%%' }],
      ])('401 and nothing stored: %s', async (_what, headers) => {
        const before = await harness.relay.metric('relay_events_accepted_total');
        const answer = await post(harness.relay, body, headers);
        expect(answer).toMatchObject({ status: 401, json: { error: 'signature' } });
        expect(await harness.relay.metric('relay_events_accepted_total')).toBe(before);
      });

      test('401 for a forged location: the signature no longer fits', async () => {
        const forged = Buffer.from(body.toString().replace('location1', 'location2'));
        const answer = await post(harness.relay, forged, { 'x-ghl-signature': signatureOf(body) });
        expect(answer.status).toBe(401);
      });

      test.each([
        ['no JSON', 'unreadable', Buffer.from('type=InboundMessage&locationId=location1')],
        ['JSON that breaks off', 'unreadable', inboundMessage().subarray(0, -10)],
        ['a list', 'unreadable', Buffer.from('[]')],
        ['nothing', 'unreadable', Buffer.alloc(0)],
        ['bytes that are no text', 'unreadable', Buffer.from([0xff, 0xfe, 0x00])],
        ['no type', 'unknown', Buffer.from('{"locationId":"location1"}')],
        ['a type that nobody knows', 'unknown', inboundMessage({ type: 'Whatever.New' })],
      ])('200 for what is signed and of no use: %s', async (_what, result, useless) => {
        const answer = await post(harness.relay, useless);
        expect(answer).toMatchObject({ status: 200, json: { result } });
      });

      test('a request without a signature is refused before its body is read', async () => {
        const client = await RawClient.open(harness.relay.url);
        client.head('/webhooks/highlevel', { 'content-length': 1_000_000 });
        await until('the refusal', () => client.statuses[0] === 401);
        await until('the end of the connection', () => client.isClosed);
      });

      test('413 for more than HighLevel can send, and the next event is taken', async () => {
        const client = await RawClient.open(harness.relay.url);
        client.head('/webhooks/highlevel', {
          'content-length': BODY_LIMITS.one + 1,
          'x-ghl-signature': signatureOf(Buffer.alloc(0)),
        });
        await until('the refusal', () => client.statuses[0] === 413);
        expect((await post(harness.relay, inboundMessage())).status).toBe(200);
      });

      test('the largest events that a target takes are delivered whole', async () => {
        const locationId = 'location-big';
        const hook = await harness.subscribe('InboundMessage', locationId);
        const length = MOST_ZAPIER_TAKES - inboundMessage({ locationId, body: '' }).length - 100;
        const events = ['x', 'y', 'z'].map((letter) =>
          inboundMessage({ locationId, body: letter.repeat(length) }),
        );
        const answers = await Promise.all(events.map((event) => post(harness.relay, event)));
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
        await until('the deliveries', () => hook.received().length === events.length);
        for (const event of events) {
          expect(hook.received().some(({ body }) => body.equals(event))).toBe(true);
        }
      });

      test('a larger one is delivered without its body, with its ids', async () => {
        const locationId = 'location-huge';
        const hook = await harness.subscribe('InboundMessage', locationId);
        const fields = { locationId, conversationId: 'c1', messageId: 'm1', timestamp: 't1' };
        const huge = inboundMessage({ ...fields, body: 'x'.repeat(25 * 1024 * 1024) });
        expect((await post(harness.relay, huge)).status).toBe(200);
        const delivery = await until('the delivery', () => hook.received()[0]);
        expect(delivery.headers['webhook-signature']).toBe(
          standardSignature(delivery, hook.secret),
        );
        expect(JSON.parse(delivery.body.toString())).toMatchObject({
          type: 'InboundMessage',
          ...fields,
          attachments: [],
          bodyOmitted: true,
          omittedFields: ['body'],
        });
        expect((await post(harness.relay, huge)).json).toEqual({ result: 'repeated' });
      });

      test('deep JSON does no harm', async () => {
        const deep = `{"type":"InboundMessage","x":${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
        expect((await post(harness.relay, Buffer.from(deep))).status).toBe(200);
      });

      test('a signed event of a wrong content type counts by its bytes', async () => {
        for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'image/png']) {
          const answer = await post(harness.relay, inboundMessage(), { 'content-type': type });
          expect(answer.status).toBe(200);
        }
        const bare = inboundMessage();
        const unnamed = await call('POST', `${harness.relay.url}/webhooks/highlevel`, {
          headers: { 'x-ghl-signature': signatureOf(bare) },
          body: bare,
        });
        expect(unnamed.status).toBe(200);
        for (const type of ['nonsense', '', '/', 'application/json; charset', 'a'.repeat(5000)]) {
          const answer = await post(harness.relay, inboundMessage(), { 'content-type': type });
          expect(answer).toMatchObject({ status: 200, json: { result: 'new' } });
        }
      });

      test('keys that mean something to JavaScript or to SQL do no harm', async () => {
        const hook = await harness.subscribe('InboundMessage', 'location-odd');
        const odd: Record<string, unknown>[] = [
          { constructor: 'x', toString: 'y', locationId: 'location-odd' },
          { locationId: '__proto__' },
          { locationId: "x'; DROP TABLE relay.event; --" },
          { locationId: 'a\u0000b', webhookId: 'a\u0000b' },
          { locationId: ['location-odd'] },
          { type: '__proto__', locationId: 'location-odd' },
          { type: 'ConversationStarted', locationId: 'location-odd' },
        ];
        const answers = await Promise.all(
          odd.map((fields) => post(harness.relay, inboundMessage(fields))),
        );
        expect(answers.map(({ status }) => status)).toEqual(odd.map(() => 200));
        await until('the one that fits', () => hook.received().length === 1);
      });

      test('a request that breaks off leaves nothing behind', async () => {
        const { hostname, port } = new URL(harness.relay.url);
        const before = await harness.relay.metric('relay_events_accepted_total');
        const whole = inboundMessage();
        await new Promise<void>((resolve, reject) => {
          const socket = createConnection(Number(port), hostname, () => {
            socket.write(
              'POST /webhooks/highlevel HTTP/1.1\r\nHost: relay\r\n' +
                `X-GHL-Signature: ${signatureOf(whole)}\r\n` +
                `Content-Type: application/json\r\nContent-Length: ${whole.length}\r\n\r\n`,
            );
            socket.end(whole.subarray(0, 100));
          });
          socket.once('close', () => {
            resolve();
          });
          socket.once('error', reject);
          socket.resume();
        });
        expect((await post(harness.relay, inboundMessage())).status).toBe(200);
        expect(await harness.relay.metric('relay_events_accepted_total')).toBe(before + 1);
      });

      test.each([
        ['GET', '/webhooks/highlevel'],
        ['GET', '/'],
        ['POST', '/webhooks/other'],
      ])('404: %s %s', async (method, path) => {
        const answer = await call(method, `${harness.relay.url}${path}`);
        expect(answer).toMatchObject({ status: 404, json: { error: 'not_found' } });
      });
    });
  });

  describe('webhooks while keys rotate, and when the relay is behind', () => {
    const next = webhookKeys();
    let harness: Harness;
    beforeAll(async () => {
      const hook = webhookKeys();
      harness = await startHarness(makeDatabase, {
        HIGHLEVEL_WEBHOOK_PUBLIC_KEY: `${hook.publicKey},${next.publicKey}`,
        RELAY_BACKLOG_LIMIT: '3',
      });
    });
    afterAll(() => harness.close());

    test('429 with Retry-After once too much waits: HighLevel repeats it', async () => {
      const hook = await harness.subscribe();
      let answers = 0;
      harness.target.behave(hook.path, (response) => {
        answers += 1;
        response.writeHead(500);
        response.end();
      });
      const send = () => {
        const body = inboundMessage();
        return post(harness.relay, body, { 'x-ghl-signature': signatureOf(body, next) });
      };
      for (let sent = 0; sent < 3; sent += 1) expect((await send()).status).toBe(200);
      const refused = await until('a refusal', async () => {
        const answer = await send();
        return answer.status === 200 ? undefined : answer;
      });
      expect(refused).toMatchObject({ status: 429, json: { error: 'over_share' } });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(answers).toBeGreaterThan(0);
      harness.target.behave(hook.path, (response) => response.end());
      await until('room again', async () => (await send()).status === 200);
    });
  });
}
