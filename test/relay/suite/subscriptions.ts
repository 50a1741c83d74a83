import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { SUBSCRIBABLE_EVENTS } from '../../../relay/events.ts';
import { LOCATION, readsFor } from '../../../relay/proof/reads.ts';
import type { MakeDatabase } from '../support/database.ts';
import {
  standardSignature,
  startHarness,
  subscribe,
  unsubscribe,
  type Harness,
} from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import { call } from '../support/http.ts';
import { answering, type Received } from '../support/target.ts';
import { until } from '../support/until.ts';

/** Events, and the scope that each needs. */
const SCOPES: readonly (readonly [event: string, scope: string])[] = [
  ['InboundMessage', 'conversations/message.readonly'],
  ['OutboundMessage', 'conversations/message.readonly'],
  ['ConversationStarted', 'conversations/message.readonly'],
  ['ConversationUnreadUpdate', 'conversations.readonly'],
  ['ContactCreate', 'contacts.readonly'],
  ['ContactUpdate', 'contacts.readonly'],
  ['ContactDelete', 'contacts.readonly'],
  ['ContactTagUpdate', 'contacts.readonly'],
  ['ContactDndUpdate', 'contacts.readonly'],
  ['NoteCreate', 'contacts.readonly'],
  ['NoteUpdate', 'contacts.readonly'],
  ['NoteDelete', 'contacts.readonly'],
  ['TaskCreate', 'contacts.readonly'],
  ['TaskComplete', 'contacts.readonly'],
  ['TaskDelete', 'contacts.readonly'],
  ['CampaignStatusUpdate', 'campaigns.readonly'],
  ['LCEmailStats', 'conversations/message.readonly'],
  ['UserCreate', 'users.readonly'],
  ['UserUpdate', 'users.readonly'],
  ['UserDelete', 'users.readonly'],
  ['OpportunityCreate', 'opportunities.readonly'],
  ['OpportunityUpdate', 'opportunities.readonly'],
  ['OpportunityStageUpdate', 'opportunities.readonly'],
  ['OpportunityStatusUpdate', 'opportunities.readonly'],
  ['OpportunityMonetaryValueUpdate', 'opportunities.readonly'],
  ['OpportunityAssignedToUpdate', 'opportunities.readonly'],
  ['OpportunityDelete', 'opportunities.readonly'],
  ['AppointmentCreate', 'calendars.readonly'],
  ['AppointmentUpdate', 'calendars.readonly'],
  ['AppointmentDelete', 'calendars.readonly'],
  ['OrderCreate', 'payments/orders.readonly'],
  ['OrderStatusUpdate', 'payments/orders.readonly'],
  ['ProductCreate', 'products.readonly'],
  ['ProductUpdate', 'products.readonly'],
  ['ProductDelete', 'products.readonly'],
  ['InvoiceCreate', 'invoices.readonly'],
  ['InvoiceUpdate', 'invoices.readonly'],
  ['InvoiceSent', 'invoices.readonly'],
  ['InvoicePaid', 'invoices.readonly'],
  ['InvoicePartiallyPaid', 'invoices.readonly'],
  ['InvoiceVoid', 'invoices.readonly'],
  ['InvoiceDelete', 'invoices.readonly'],
  ['RecordCreate', 'objects/record.readonly'],
  ['RecordUpdate', 'objects/record.readonly'],
  ['RecordDelete', 'objects/record.readonly'],
  ['PriceCreate', 'products.readonly'],
  ['PriceUpdate', 'products.readonly'],
  ['PriceDelete', 'products.readonly'],
  ['ObjectSchemaCreate', 'objects/schema.readonly'],
  ['ObjectSchemaUpdate', 'objects/schema.readonly'],
  ['AssociationCreate', 'associations.readonly'],
  ['AssociationUpdate', 'associations.readonly'],
  ['AssociationDelete', 'associations.readonly'],
  ['RelationCreate', 'associations.readonly'],
  ['RelationDelete', 'associations.readonly'],
];

/** `POST` and `DELETE /subscriptions`: who may have which events. */
export function subscriptions(makeDatabase: MakeDatabase): void {
  describe('subscriptions', () => {
    let harness: Harness;
    let targetUrl: string;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase);
      targetUrl = `${harness.target.url}/hook`;
    });
    afterEach(() => {
      harness.highLevel.fault = undefined;
    });
    afterAll(() => harness.close());

    test('201 with an id and a Standard Webhooks secret', async () => {
      const body = { event: 'InboundMessage', locationId: 'location1', targetUrl };
      const answer = await subscribe(harness.relay, body);
      expect(answer).toMatchObject({
        status: 201,
        json: {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
        },
      });
    });

    test('401 without a token', async () => {
      const answer = await call('POST', `${harness.relay.url}/subscriptions`, {
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      expect(answer).toMatchObject({ status: 401, json: { error: 'token_missing' } });
    });

    test.each([
      ['a token that HighLevel does not know', 'unknown', 401, 'token_refused'],
      ["another location's token", 'token-of-location2', 403, 'other_location'],
    ])('%s', async (_what, token, status, error) => {
      const body = { event: 'InboundMessage', locationId: 'location1', targetUrl };
      const answer = await subscribe(harness.relay, body, token);
      expect(answer).toMatchObject({
        status,
        json: { error, message: expect.stringMatching(/^[A-Z].*\.$/) },
      });
    });

    test('one location never gets the events of another, whatever the subscriber tries', async () => {
      const victim = 'location-victim';
      const mine = 'location-attacker';
      const token = `token-of-${mine}`;
      const tries = [
        victim,
        `${mine}/../${victim}`,
        `${victim}?`,
        `${victim}#`,
        `${victim}%00`,
        '..',
      ];
      for (const locationId of tries) {
        const answer = await subscribe(
          harness.relay,
          { event: 'InboundMessage', locationId, targetUrl: `${harness.target.url}/attack` },
          token,
        );
        expect([403, 422]).toContain(answer.status);
      }
      const own = await harness.subscribe('InboundMessage', mine, '/attack');
      const control = await harness.subscribe('InboundMessage', victim);
      await post(harness.relay, inboundMessage({ locationId: victim }));
      await post(harness.relay, inboundMessage({ locationId: mine }));
      await until('both deliveries', () => own.received().length + control.received().length >= 2);
      expect(own.received()).toHaveLength(1);
      expect(own.received()[0]?.body.includes(victim)).toBe(false);
    });

    test('every event that the relay knows is for who may read something', () => {
      expect(SCOPES.map(([event]) => event).toSorted()).toEqual(SUBSCRIBABLE_EVENTS.toSorted());
    });

    test.each(SCOPES)('%s is for who may read %s', async (event, scope) => {
      const locationId = `location-${event}`;
      const others = [
        'locations.readonly',
        'conversations/message.readonly',
        'conversations.readonly',
        'contacts.readonly',
        'users.readonly',
        'opportunities.readonly',
        'calendars.readonly',
        'campaigns.readonly',
        'objects/record.readonly',
      ].filter((other) => other !== scope);
      harness.highLevel.tokens.set(`without-${event}`, locationId);
      harness.highLevel.tokens.set(`only-${event}`, locationId);
      harness.highLevel.lacking.set(`without-${event}`, [scope]);
      harness.highLevel.lacking.set(`only-${event}`, others.slice(1));
      const body = { event, locationId, targetUrl };
      expect(await subscribe(harness.relay, body, `without-${event}`)).toMatchObject({
        status: 403,
        json: { error: 'scope_missing', message: expect.stringContaining(`(${scope})`) },
      });
      expect((await subscribe(harness.relay, body, `only-${event}`)).status).toBe(201);
    });

    test('an event that the relay does not know is for who may read everything', async () => {
      const locationId = 'location-unknown-event';
      const all = new Set([LOCATION, ...readsFor('RecordImported')].map(({ scope }) => scope));
      expect(all.size).toBeGreaterThan(8);
      const body = { event: 'RecordImported', locationId, targetUrl };
      for (const scope of all) {
        const token = `all-but-${scope}`;
        harness.highLevel.tokens.set(token, locationId);
        harness.highLevel.lacking.set(token, [scope]);
        expect(await subscribe(harness.relay, body, token)).toMatchObject({
          status: 403,
          json: { error: 'scope_missing', message: expect.stringContaining(`(${scope})`) },
        });
      }
      const { id, secret } = await harness.subscribe('RecordImported', locationId);
      expect((await unsubscribe(harness.relay, id, secret)).status).toBe(204);
    });

    test.each([undefined, 7, '', 'UNINSTALL', 'StepResumed', 'Contact Create', 'x'.repeat(65)])(
      '422 for the event %j, and HighLevel is not asked',
      async (event) => {
        const calls = harness.highLevel.calls.length;
        const answer = await subscribe(harness.relay, {
          event,
          locationId: 'location1',
          targetUrl,
        });
        expect(answer).toMatchObject({ status: 422, json: { error: 'invalid' } });
        expect(answer.text).toMatch("event is not the name of one of HighLevel's events");
        expect(harness.highLevel.calls).toHaveLength(calls);
      },
    );

    test("403 where HighLevel answers with another location's records", async () => {
      harness.highLevel.confused.add('location-confused');
      const body = { event: 'ContactCreate', locationId: 'location-confused', targetUrl };
      const answer = await subscribe(harness.relay, body);
      expect(answer).toMatchObject({ status: 403, json: { error: 'other_location' } });
    });

    test.each(['.', '..', '...', '../location1', 'a/b', 'a b', '', 'x'.repeat(129), 'a\0b'])(
      '422 for the location %j, and HighLevel is not asked',
      async (locationId) => {
        const calls = harness.highLevel.calls.length;
        const body = { event: 'InboundMessage', locationId, targetUrl };
        const answer = await subscribe(harness.relay, body, 'token-of-location1');
        expect(answer).toMatchObject({ status: 422, json: { error: 'invalid' } });
        expect(harness.highLevel.calls).toHaveLength(calls);
      },
    );

    test('400 for a target with a NUL', async () => {
      const body = {
        event: 'InboundMessage',
        locationId: 'location1',
        targetUrl: `${targetUrl}/\0`,
      };
      const answer = await subscribe(harness.relay, body);
      expect(answer).toMatchObject({ status: 400, json: { error: 'malformed' } });
    });

    test('a location has 1000 subscriptions, also when they come at once', async () => {
      const locationId = 'location-full';
      const database = await harness.database.open();
      await database.query(
        `INSERT INTO relay.subscription
           (id, public_id, location_id, event, target_hash, target_host, target, proved_until, ask_at)
         SELECT id, id, $1::text, 'InboundMessage', id, 'hooks.example.com', '',
                now() + interval '1 day', now() + interval '1 day'
         FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 920)) AS made`,
        [locationId],
      );
      await database.close();
      let next = 0;
      const statuses: number[] = [];
      const subscribeNext = async (): Promise<void> => {
        while (next < 120) {
          const own = `${targetUrl}/${(next += 1)}`;
          const body = { event: 'InboundMessage', locationId, targetUrl: own };
          statuses.push((await subscribe(harness.relay, body)).status);
        }
      };
      await Promise.all(Array.from({ length: 32 }, subscribeNext));
      expect(statuses.filter((status) => status === 201)).toHaveLength(80);
      expect(statuses.filter((status) => status === 429)).toHaveLength(40);
      // One that it has may be made again.
      const again = { event: 'InboundMessage', locationId, targetUrl: `${targetUrl}/1` };
      expect((await subscribe(harness.relay, again)).status).toBe(201);
    });

    test('422 for an agency, which cannot be asked about without HIGHLEVEL_APP_ID', async () => {
      const body = { event: 'InboundMessage', companyId: 'company1', targetUrl };
      const answer = await subscribe(harness.relay, body, 'token');
      expect(answer).toMatchObject({ status: 422, json: { error: 'agencies_not_offered' } });
    });

    describe('made-up tokens', () => {
      const hanging: Promise<unknown>[] = [];
      const madeUp = (count: number, locationId: string, address: string): void => {
        for (let index = 0; index < count; index += 1) {
          const body = { event: 'InboundMessage', locationId, targetUrl };
          const token = `made-up-${address}-${index}`;
          const call = subscribe(harness.relay, body, token, address);
          hanging.push(call.catch(() => undefined));
        }
      };
      beforeAll(() => {
        harness.highLevel.ignored = /^made-up/;
      });
      afterAll(async () => {
        harness.highLevel.ignored = undefined;
        await Promise.all(hanging);
      });

      test('keep nobody else from subscribing while HighLevel hangs on them', async () => {
        madeUp(64, 'location-attacked', '203.0.113.1');
        await until(
          'calls that hang',
          () =>
            harness.highLevel.asked.filter((asked) => asked === 'location-attacked').length > 10,
        );
        const body = { event: 'InboundMessage', targetUrl };
        for (const [locationId, address] of [
          ['location-attacked', '203.0.113.2'],
          ['location-beside', '203.0.113.1'],
        ] as const) {
          const token = `token-of-${locationId}`;
          const answer = await subscribe(harness.relay, { ...body, locationId }, token, address);
          expect(answer.status).toBe(201);
        }
      });

      test('have few places, and what is refused for it says when to try again', async () => {
        const before = harness.highLevel.calls.length;
        madeUp(40, 'location-few', '203.0.113.3');
        const body = { event: 'InboundMessage', locationId: 'location-few', targetUrl };
        const answer = await subscribe(harness.relay, body, 'made-up-last', '203.0.113.3');
        expect(answer).toMatchObject({ status: 429, json: { error: 'too_many_requests' } });
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
        expect(harness.highLevel.calls.length - before).toBeLessThanOrEqual(17);
      });
    });

    test('who has no token is refused before the body is read', async () => {
      const { hostname, port } = new URL(harness.relay.url);
      const socket = connect(Number(port), hostname);
      socket.write(
        'POST /subscriptions HTTP/1.1\r\nHost: relay\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n',
      );
      const answer: unknown[] = await once(socket, 'data');
      expect(String(answer[0])).toMatch(/^HTTP\/1\.1 401 /);
      socket.destroy();
    });

    test('413 for a body that is far longer than any subscription', async () => {
      const body = { event: 'InboundMessage', locationId: 'location1', targetUrl };
      const answer = await subscribe(harness.relay, { ...body, more: 'x'.repeat(20_000) });
      expect(answer.status).toBe(413);
    });

    test.each([
      ['no location', { event: 'InboundMessage' }],
      ['no target', { event: 'InboundMessage', locationId: 'location1' }],
      ['a target that is no text', { event: 'InboundMessage', locationId: 'l', targetUrl: 7 }],
      ['nothing', {}],
    ])('422: %s', async (_what, body) => {
      const answer = await subscribe(harness.relay, body);
      expect(answer).toMatchObject({ status: 422, json: { error: 'invalid' } });
    });

    test.each([
      'http://hooks.zapier.com/x',
      'https://example.com/x',
      'https://127.0.0.1/x',
      'https://[::ffff:169.254.169.254]/x',
      'https://user:password@localhost/x',
      'https://localhost:8443/x',
    ])('422 for a target that is not allowed: %s', async (url) => {
      const asked = harness.highLevel.asked.length;
      const body = { event: 'InboundMessage', locationId: 'location1', targetUrl: url };
      const answer = await subscribe(harness.relay, body);
      expect(answer).toMatchObject({ status: 422, json: { error: 'target_refused' } });
      expect(harness.highLevel.asked).toHaveLength(asked);
    });

    test.each(['[]', 'null', '7', '"text"'])(
      '422 for %s, which is no JSON object',
      async (body) => {
        const answer = await call('POST', `${harness.relay.url}/subscriptions`, {
          headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
          body,
        });
        expect(answer).toMatchObject({
          status: 422,
          json: { error: 'invalid', message: 'The body is not a JSON object.' },
        });
      },
    );

    test('says no word of a program when HighLevel does not answer, and logs why', async () => {
      const port = new URL(harness.highLevel.url).port;
      harness.highLevel.fault = { status: 200, headers: { 'content-length': '-' } };
      const body = { event: 'InboundMessage', locationId: 'location-silent', targetUrl };
      const answer = await subscribe(harness.relay, body);
      expect(answer).toMatchObject({ status: 503, json: { error: 'highlevel_unavailable' } });
      expect(answer.text).toMatch('(it does not answer)');
      expect(answer.text).not.toMatch(port);
      expect(harness.relay.log.join('\n')).toMatch(
        /"error":"highlevel_unavailable","reason":"[^"]+"/,
      );
    });

    test('400 for what is no JSON', async () => {
      const answer = await call('POST', `${harness.relay.url}/subscriptions`, {
        headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
        body: '{"event":',
      });
      expect(answer).toMatchObject({ status: 400, json: { error: 'invalid' } });
    });

    test('HighLevel is asked once a minute for a token and a location', async () => {
      const location = 'location-cached';
      const body = { event: 'InboundMessage', locationId: location, targetUrl };
      for (const event of ['InboundMessage', 'OutboundMessage', 'NoteCreate']) {
        expect((await subscribe(harness.relay, { ...body, event })).status).toBe(201);
      }
      await subscribe(harness.relay, body, 'unknown');
      await subscribe(harness.relay, body, 'unknown');
      expect(harness.highLevel.asked.filter((asked) => asked === location)).toHaveLength(2);
    });

    test.each([
      ['429 with the wait', { status: 429, headers: { 'retry-after': '7' } }, 429, '7'],
      ['an outage', { status: 502 }, 503, '10'],
      ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 503, '10'],
      ['a page that refuses', { status: 403, text: '<html>Forbidden</html>' }, 503, '10'],
      ['a page', { status: 200, text: '<html>Welcome</html>' }, 503, '10'],
      ['a time-out', { status: 400, text: '{"message":"timed out after 5000 ms"}' }, 503, '10'],
    ])('when HighLevel answers %s', async (_what, fault, status, wait) => {
      harness.highLevel.fault = fault;
      const body = { event: 'InboundMessage', locationId: `location-${randomUUID()}`, targetUrl };
      const answer = await subscribe(harness.relay, body);
      expect(answer.status).toBe(status);
      expect(answer.headers['retry-after']).toBe(wait);
      // That is not remembered.
      harness.highLevel.fault = undefined;
      expect((await subscribe(harness.relay, body)).status).toBe(201);
    });

    test("403 for an agency's token, which no location's list can be read with", async () => {
      harness.highLevel.fault = {
        status: 401,
        text: '{"message":"This AuthClass is not yet supported"}',
      };
      const body = { event: 'InboundMessage', locationId: 'location-agency', targetUrl };
      const answer = await subscribe(harness.relay, body);
      expect(answer).toMatchObject({ status: 403, json: { error: 'other_token' } });
    });

    test('the same target again loses nothing that waits for it, signed for both secrets', async () => {
      const locationId = 'location-kept';
      const first = await harness.subscribe('NoteCreate', locationId, '/kept');
      harness.target.behave('/kept', answering(503));
      const note = inboundMessage({ type: 'NoteCreate', locationId });
      await post(harness.relay, note);
      await until('an attempt', () => first.received().length > 0);
      const second = await harness.subscribe('NoteCreate', locationId, '/kept');
      const signatures = (delivery: Received): string[] =>
        String(delivery.headers['webhook-signature']).split(' ');
      const delivery = await until('an attempt after that', () =>
        first.received().find((one) => signatures(one).length > 1),
      );
      harness.target.behave('/kept', answering(200));
      expect(delivery.body).toEqual(note);
      expect(signatures(delivery)).toEqual([
        standardSignature(delivery, second.secret),
        standardSignature(delivery, first.secret),
      ]);
    });

    test('a 410 that is for the subscription before does not end the one after it', async () => {
      const locationId = 'location-late-410';
      const first = await harness.subscribe('NoteCreate', locationId, '/late-410');
      const held: (() => void)[] = [];
      harness.target.behave('/late-410', (response) => {
        held.push(() => response.writeHead(410).end());
      });
      await post(harness.relay, inboundMessage({ type: 'NoteCreate', locationId }));
      await until('an attempt', () => held.length === 1);
      const second = await harness.subscribe('NoteCreate', locationId, '/late-410');
      harness.target.behave('/late-410', answering(200));
      held[0]?.();
      await until('that it was noticed', () =>
        harness.relay.log.some((line) => line.includes('"outcome":"gone"')),
      );
      await post(harness.relay, inboundMessage({ type: 'NoteCreate', locationId }));
      await until('the next event', () => first.received().length === 2);
      expect((await unsubscribe(harness.relay, second.id, second.secret)).status).toBe(204);
    });

    test('the same target again replaces the subscription: one delivery, the new secret', async () => {
      const first = await harness.subscribe('NoteCreate', 'location-again', '/again');
      const second = await harness.subscribe('NoteCreate', 'location-again', '/again');
      expect(second.id).not.toBe(first.id);
      for (const webhookId of ['note1', 'note2']) {
        const note = { type: 'NoteCreate', locationId: 'location-again', webhookId };
        await post(harness.relay, inboundMessage(note));
      }
      await until('two deliveries', () => second.received().length === 2);
      expect((await unsubscribe(harness.relay, first.id, first.secret)).status).toBe(404);
      expect((await unsubscribe(harness.relay, second.id, second.secret)).status).toBe(204);
    });

    describe('DELETE', () => {
      test('204 by the secret, without a HighLevel token, and nothing is delivered any more', async () => {
        const location = 'location-ending';
        const ended = await harness.subscribe('InboundMessage', location);
        const staying = await harness.subscribe('InboundMessage', location);
        harness.highLevel.fault = { status: 401 };
        expect((await unsubscribe(harness.relay, ended.id, ended.secret)).status).toBe(204);
        await post(harness.relay, inboundMessage({ locationId: location }));
        await until('the other delivery', () => staying.received().length === 1);
        expect(ended.received()).toEqual([]);
        expect((await unsubscribe(harness.relay, ended.id, ended.secret)).status).toBe(404);
      });

      test("not by another's secret, a HighLevel token or nothing", async () => {
        const mine = await harness.subscribe();
        const other = await harness.subscribe();
        const refusals = await Promise.all([
          unsubscribe(harness.relay, other.id, mine.secret),
          unsubscribe(harness.relay, other.id, 'token-of-location1'),
          unsubscribe(harness.relay, other.id, ''),
          unsubscribe(harness.relay, other.id, `${other.secret}x`),
        ]);
        expect(refusals.map(({ status }) => status)).toEqual([403, 403, 401, 403]);
        expect((await unsubscribe(harness.relay, other.id, other.secret)).status).toBe(204);
      });

      test.each(['nonsense', randomUUID(), "'; DROP TABLE relay.subscription; --"])(
        '404 for an id that does not exist: %s',
        async (id) => {
          const path = encodeURIComponent(id);
          const answer = await unsubscribe(harness.relay, path, 'whsec_secret');
          expect(answer).toMatchObject({ status: 404, json: { error: 'not_found' } });
        },
      );
    });

    test('no token, secret or hook address is ever logged', async () => {
      const hook = await harness.subscribe('InboundMessage', 'location-log', '/hook/secret-path');
      harness.target.behave('/hook/secret-path', (response) => {
        response.writeHead(500);
        response.end();
      });
      await post(harness.relay, inboundMessage({ locationId: 'location-log', body: 'private' }));
      await until('a failed attempt', () => hook.received().length >= 1);
      await unsubscribe(harness.relay, hook.id, hook.secret);
      const log = harness.relay.log.join('\n');
      expect(log).toMatch('delivery not taken');
      for (const secret of ['token-of-', 'whsec_', 'secret-path', 'private']) {
        expect(log).not.toMatch(secret);
      }
    });
  });
}
