import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { askSoon, removeUnproved, takeDue } from '../../../relay/store/proofs.ts';
import type { MakeDatabase } from '../support/database.ts';
import {
  prove,
  standardSignature,
  startHarness,
  unsubscribe,
  type Harness,
  type Subscribed,
} from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import { call } from '../support/http.ts';
import { moveClock, type MovingClock } from '../../support/moving_clock.ts';
import type { Received } from '../support/target.ts';
import { until } from '../support/until.ts';

/** A fourth of it is long enough for a few calls on a busy machine; the relay looks 50 times in it. */
const LASTS_SECONDS = 12;
/** When this much of it has gone by, the subscriber is asked for another proof. */
const IS_ASKED_SECONDS = (LASTS_SECONDS * 3) / 4;

/** The proof that a subscriber may have its events: asked for again and again, never kept. */
export function proofs(makeDatabase: MakeDatabase): void {
  describe('a proof of access', () => {
    let harness: Harness;
    let clock: MovingClock;
    beforeAll(async () => {
      clock = moveClock();
      harness = await startHarness(makeDatabase, {
        RELAY_PROOF_LASTS_SECONDS: String(LASTS_SECONDS),
      });
    });
    afterAll(async () => {
      await harness.close();
      clock.restore();
    });
    const passes = (seconds: number): void => {
      clock.advance(seconds * 1000);
    };

    const isRequest = ({ body }: Received): boolean => body.includes('"type":"ProofRequested"');
    const requestsTo = (hook: Subscribed): Received[] => hook.received().filter(isRequest);
    const eventsAt = (hook: Subscribed): Received[] =>
      hook.received().filter((received) => !isRequest(received));
    const metricIs = (name: string, value: number): Promise<unknown> =>
      until(`${name} ${value}`, async () => (await harness.relay.metric(name)) === value);

    /** Lets the proof of the one subscription there is end: what comes is held then. */
    const proofEnds = (): Promise<unknown> => {
      passes(LASTS_SECONDS);
      return metricIs('relay_subscriptions_unproved', 1);
    };

    const opened: Subscribed[] = [];
    const open = async (event: string, locationId: string, path?: string): Promise<Subscribed> => {
      const hook = await harness.subscribe(event, locationId, path);
      opened.push(hook);
      return hook;
    };
    afterEach(async () => {
      for (const { id, secret } of opened.splice(0)) await unsubscribe(harness.relay, id, secret);
      await metricIs('relay_subscriptions_unproved', 0);
    });

    /** Proves as long as it takes, as a subscriber does who answers each request. */
    function keepProving(hook: Subscribed, token: string) {
      const state = { isOver: false, answered: 0 };
      const proving = (async () => {
        for (;;) {
          await until(
            'a request or the end',
            () => state.isOver || requestsTo(hook).length > state.answered,
          );
          if (state.isOver) return;
          await prove(harness.relay, hook, token);
          state.answered += 1;
        }
      })();
      return {
        answered: (): number => state.answered,
        stop: async (): Promise<void> => {
          state.isOver = true;
          await proving;
        },
      };
    }

    /** Proves until what was held has gone out, however long that takes. */
    async function proves(hook: Subscribed, locationId: string, isOut: () => boolean) {
      expect((await prove(harness.relay, hook, `token-of-${locationId}`)).status).toBe(200);
      const { stop } = keepProving(hook, `token-of-${locationId}`);
      await until('what was held', isOut);
      await stop();
    }

    test('is asked for before it ends, by a signed request that holds nothing of any event', async () => {
      const locationId = 'location-asked';
      const hook = await open('ContactCreate', locationId);
      await post(harness.relay, inboundMessage({ type: 'ContactCreate', locationId }));
      passes(IS_ASKED_SECONDS);
      const request = await until('a request', () => requestsTo(hook)[0]);
      const body: unknown = JSON.parse(request.body.toString());
      expect(body).toEqual({
        type: 'ProofRequested',
        event: 'ContactCreate',
        locationId,
        provedUntil: expect.stringMatching(/Z$/),
        webhookId: expect.any(String),
        timestamp: expect.stringMatching(/Z$/),
      });
      expect(request.headers['webhook-signature']).toBe(standardSignature(request, hook.secret));
    });

    test('that is given keeps the stream going: every event arrives, by the same token too', async () => {
      const locationId = 'location-proving';
      const hook = await open('InboundMessage', locationId);
      const { stop, answered } = keepProving(hook, `token-of-${locationId}`);
      let sent = 0;
      const eventArrives = async (): Promise<void> => {
        await post(harness.relay, inboundMessage({ locationId }));
        sent += 1;
        await until('the event', () => eventsAt(hook).length === sent);
      };
      for (let passed = 0; passed < 2 * LASTS_SECONDS; passed += IS_ASKED_SECONDS) {
        const before = answered();
        await eventArrives();
        passes(IS_ASKED_SECONDS);
        await eventArrives();
        await until('another proof', () => answered() > before);
        await eventArrives();
      }
      expect(requestsTo(hook).length).toBeGreaterThan(1);
      await stop();
    });

    test('that is not given ends the stream; what comes is held, and goes out when it is given', async () => {
      const locationId = 'location-lapsed';
      const hook = await open('InboundMessage', locationId);
      const early = inboundMessage({ locationId });
      const { stop } = keepProving(hook, `token-of-${locationId}`);
      await post(harness.relay, early);
      await until('the early event', () => eventsAt(hook).length === 1);
      await stop();
      await proofEnds();

      const late = Array.from({ length: 20 }, () => inboundMessage({ locationId }));
      for (const body of late) {
        expect((await post(harness.relay, body)).status).toBe(200);
      }
      await metricIs('relay_deliveries_held', late.length);
      // A subscriber that has proved its access gets the next event at once, this one nothing.
      const other = await open('InboundMessage', locationId);
      const { stop: stopOther } = keepProving(other, `token-of-${locationId}`);
      const last = inboundMessage({ locationId });
      await post(harness.relay, last);
      await until("the other's event", () => eventsAt(other).length === 1);
      await stopOther();
      expect(eventsAt(hook)).toHaveLength(1);

      // It is asked again because events wait for it.
      const requests = requestsTo(hook).length;
      await until('another request', () => requestsTo(hook).length > requests);
      // And it survives a restart.
      await harness.relay.stop();
      await harness.start();
      await proves(hook, locationId, () => eventsAt(hook).length === 1 + late.length + 1);
      const bodies = eventsAt(hook).map(({ body }) => body.toString());
      expect(bodies.toSorted()).toEqual(
        [early, ...late, last].map((body) => body.toString()).toSorted(),
      );
      await metricIs('relay_deliveries_held', 0);
    });

    test('that ends while deliveries wait for a busy target stops them too', async () => {
      const locationId = 'location-waiting';
      const hook = await open('InboundMessage', locationId);
      const answers: (() => void)[] = [];
      let isBusy = true;
      harness.target.behave(hook.path, (response, received) => {
        if (isBusy && !isRequest(received)) answers.push(() => response.end());
        else response.end();
      });
      const total = 200;
      await Promise.all(
        Array.from({ length: total }, () => post(harness.relay, inboundMessage({ locationId }))),
      );
      await proofEnds();
      const begun = eventsAt(hook).length;
      expect(begun).toBeLessThan(total);
      isBusy = false;
      for (const answer of answers) answer();
      await metricIs('relay_deliveries_held', total - begun);
      expect(eventsAt(hook)).toHaveLength(begun);
      await proves(hook, locationId, () => eventsAt(hook).length === total);
    });

    test('goes with its subscription: what was held is dropped', async () => {
      const locationId = 'location-dropped';
      const hook = await open('InboundMessage', locationId);
      await proofEnds();
      await post(harness.relay, inboundMessage({ locationId }));
      await metricIs('relay_deliveries_held', 1);
      expect((await unsubscribe(harness.relay, hook.id, hook.secret)).status).toBe(204);
      await metricIs('relay_deliveries_held', 0);
      await metricIs('relay_queue_depth', 0);
      await harness.relay.stop();
      const database = await harness.database.open();
      const [left] = await database.query('SELECT count(*)::integer AS events FROM relay.event');
      await database.close();
      await harness.start();
      expect(left).toEqual({ events: 0 });
    });

    test('is given anew by subscribing again, and what was held goes out', async () => {
      const locationId = 'location-renewed';
      const hook = await open('InboundMessage', locationId);
      await proofEnds();
      const body = inboundMessage({ locationId });
      await post(harness.relay, body);
      await metricIs('relay_deliveries_held', 1);
      const again = await open('InboundMessage', locationId, hook.path);
      const { stop } = keepProving(again, `token-of-${locationId}`);
      const event = await until('the event', () => eventsAt(hook)[0]);
      await stop();
      expect(event.body).toEqual(body);
    });
  });

  describe('who proves', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase);
    });
    afterAll(() => harness.close());

    test('gets until when it counts, and when the subscription is forgotten', async () => {
      const hook = await harness.subscribe('InboundMessage', 'location-times');
      const answer = await prove(harness.relay, hook, 'token-of-location-times');
      // The route's own answer.
      const { provedUntil, expiresAt } = answer.json as Record<'provedUntil' | 'expiresAt', string>;
      const days = (time: string): number => (Date.parse(time) - Date.now()) / 86_400_000;
      expect(Math.round(days(provedUntil))).toBe(1);
      expect(Math.round(days(expiresAt))).toBe(30);
    });

    test.each<
      [
        string,
        (hook: Subscribed, other: Subscribed) => [Partial<Subscribed>, string],
        number,
        string,
      ]
    >([
      [
        'another secret',
        (hook, other) => [{ ...hook, secret: other.secret }, 'token-of-location1'],
        403,
        'wrong_secret',
      ],
      ['no secret', (hook) => [{ id: hook.id }, 'token-of-location1'], 422, 'invalid'],
      [
        'the token for a secret',
        (hook) => [{ ...hook, secret: 'token-of-location1' }, 'token-of-location1'],
        403,
        'wrong_secret',
      ],
      ['a token that is not accepted', (hook) => [hook, 'expired'], 401, 'token_refused'],
      ['the secret for a token', (hook) => [hook, hook.secret], 401, 'token_refused'],
      ["another location's token", (hook) => [hook, 'token-of-location2'], 403, 'other_location'],
      ['a token without the scope', (hook) => [hook, 'without-messages'], 403, 'scope_missing'],
      [
        'another id',
        ({ secret }) => [
          { id: '00000000-0000-4000-8000-000000000000', secret },
          'token-of-location1',
        ],
        404,
        'not_found',
      ],
      ['no id', ({ secret }) => [{ id: 'x', secret }, 'token-of-location1'], 404, 'not_found'],
    ])('with %s is refused', async (_what, how, status, error) => {
      harness.highLevel.tokens.set('without-messages', 'location1');
      harness.highLevel.lacking.set('without-messages', ['conversations/message.readonly']);
      const [hook, other] = [await harness.subscribe(), await harness.subscribe()];
      const [{ id = '', secret }, token] = how(hook, other);
      const answer = await call('POST', `${harness.relay.url}/subscriptions/${id}/proof`, {
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ secret }),
      });
      expect(answer).toMatchObject({ status, json: { error } });
    });

    test('in no month, by the clock, stays until asked in vain on three weeks of days', async () => {
      const hook = await harness.subscribe('InboundMessage', 'location-silent');
      await harness.relay.stop();
      const database = await harness.database.open();
      const hour = 3600_000;
      const day = 24 * hour;
      // As after a jump of the clock, or with an old backup.
      const ask = async (now: number): Promise<void> => {
        await askSoon(database, [hook.id], { now, notSince: now });
        await database.transaction((transaction) =>
          takeDue(transaction, { now, again: 3 * hour, late: 6 * hour }),
        );
      };
      const start = Date.now() + 365 * day;
      const removedAt = async (now: number): Promise<boolean> =>
        (await removeUnproved(database, now)).includes(hook.id);
      // Many times in one day count once.
      for (let hours = 0; hours < 24; hours += 1) {
        await ask(start + hours * hour);
      }
      expect(await removedAt(start + day)).toBe(false);
      let days = 1;
      for (; days < 30; days += 1) {
        await ask(start + days * day);
        if (await removedAt(start + days * day)) break;
      }
      await database.close();
      await harness.start();
      expect(days).toBe(20);
    });

    test('with no token is refused', async () => {
      const hook = await harness.subscribe();
      const answer = await call('POST', `${harness.relay.url}/subscriptions/${hook.id}/proof`, {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret: hook.secret }),
      });
      expect(answer).toMatchObject({ status: 401, json: { error: 'token_missing' } });
    });

    test('without access gets nothing more from that moment on; who has it again gets what came meanwhile', async () => {
      const locationId = 'location-lost';
      const hook = await harness.subscribe('InboundMessage', locationId);
      const control = await harness.subscribe('InboundMessage', locationId);
      harness.highLevel.tokens.set('lost', locationId);
      harness.highLevel.lacking.set('lost', ['conversations/message.readonly']);
      expect((await prove(harness.relay, hook, 'lost')).status).toBe(403);
      const body = inboundMessage({ locationId });
      await post(harness.relay, body);
      await until("the other's event", () => control.received().length === 1);
      const requests = await until('a request', () => hook.received()[0]);
      expect(requests.body.toString()).toMatch('ProofRequested');
      expect(hook.received()).toHaveLength(1);
      harness.highLevel.tokens.set('found', locationId);
      expect((await prove(harness.relay, hook, 'found')).status).toBe(200);
      const event = await until('the event', () => hook.received()[1]);
      expect(event.body).toEqual(body);
    });

    test('with an expired token loses nothing yet', async () => {
      const locationId = 'location-expired';
      const hook = await harness.subscribe('InboundMessage', locationId);
      expect((await prove(harness.relay, hook, 'expired')).status).toBe(401);
      await post(harness.relay, inboundMessage({ locationId }));
      await until('the event', () => hook.received().length === 1);
    });

    test('while HighLevel is away loses nothing yet', async () => {
      const locationId = 'location-away';
      const hook = await harness.subscribe('InboundMessage', locationId);
      harness.highLevel.fault = { status: 502 };
      const answer = await prove(harness.relay, hook, 'another-token');
      harness.highLevel.fault = undefined;
      expect(answer.status).toBe(503);
      await post(harness.relay, inboundMessage({ locationId }));
      await until('the event', () => hook.received().length === 1);
    });

    test('can do so while others send made-up tokens that HighLevel hangs on', async () => {
      const locationId = 'location-attacked';
      const hook = await harness.subscribe('InboundMessage', locationId);
      harness.highLevel.ignored = /^made-up/;
      const hanging = Array.from({ length: 50 }, (_, index) =>
        prove(harness.relay, { id: hook.id, secret: 'whsec_guessed' }, `made-up-${index}`),
      );
      harness.highLevel.tokens.set('fresh', locationId);
      expect((await prove(harness.relay, hook, 'fresh')).status).toBe(200);
      const statuses = (await Promise.all(hanging)).map(({ status }) => status);
      expect(new Set(statuses)).toEqual(new Set([403]));
      harness.highLevel.ignored = undefined;
    });
  });
}
