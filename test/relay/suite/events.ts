import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { forgetSeenEvents } from '../../../relay/store/events.ts';
import type { MakeDatabase } from '../support/database.ts';
import { startHarness, unsubscribe, type Harness } from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import { until } from '../support/until.ts';

/** Which events reach whom: conversations that start, users of several locations, uninstalls. */
export function events(makeDatabase: MakeDatabase): void {
  describe('events', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase);
    });
    afterAll(() => harness.close());

    test('ConversationStarted: the first message of an unseen conversation, once', async () => {
      const locationId = 'location-started';
      const started = await harness.subscribe('ConversationStarted', locationId);
      const messages = await harness.subscribe('InboundMessage', locationId);
      const first = inboundMessage({ locationId, conversationId: 'conversation1' });
      await post(harness.relay, first);
      await post(harness.relay, inboundMessage({ locationId, conversationId: 'conversation1' }));
      const sent = { type: 'OutboundMessage', locationId, direction: 'outbound' };
      await post(harness.relay, inboundMessage({ ...sent, conversationId: 'conversation1' }));
      const opening = inboundMessage({ ...sent, conversationId: 'conversation2' });
      await post(harness.relay, opening);
      await until('all', () => started.received().length === 2 && messages.received().length === 2);
      expect(started.received().map(({ body }) => body)).toEqual(
        expect.arrayContaining([first, opening]),
      );
    });

    test('a conversation counts as seen although nobody had asked for it', async () => {
      const locationId = 'location-seen';
      await post(harness.relay, inboundMessage({ locationId, conversationId: 'conversation1' }));
      const started = await harness.subscribe('ConversationStarted', locationId);
      await post(harness.relay, inboundMessage({ locationId, conversationId: 'conversation1' }));
      await post(harness.relay, inboundMessage({ locationId, conversationId: 'conversation2' }));
      await until('the new one', () => started.received().length === 1);
      expect(started.received()[0]?.body.includes('conversation2')).toBe(true);
    });

    test('many first messages at once start a conversation once', async () => {
      const locationId = 'location-race';
      const started = await harness.subscribe('ConversationStarted', locationId);
      const messages = await harness.subscribe('InboundMessage', locationId);
      const conversationId = 'conversation-race';
      await Promise.all(
        Array.from({ length: 20 }, () =>
          post(harness.relay, inboundMessage({ locationId, conversationId })),
        ),
      );
      await until('all messages', () => messages.received().length === 20);
      await until('the start', () => started.received().length === 1);
    });

    test('UserCreate: to the locations of the user, also where it names no locationId', async () => {
      const [a, b, c] = await Promise.all(
        ['location-a', 'location-b', 'location-c'].map((id) => harness.subscribe('UserCreate', id)),
      );
      const user = {
        type: 'UserCreate',
        locationId: undefined,
        companyId: 'company1',
        locations: ['location-a', 'location-b'],
      };
      await post(harness.relay, inboundMessage(user));
      await until('both', () => a?.received().length === 1 && b?.received().length === 1);
      await post(
        harness.relay,
        inboundMessage({ type: 'UserCreate', locationId: 'location-c', companyId: 'company1' }),
      );
      await until('the third', () => c?.received().length === 1);
      expect(a?.received()).toHaveLength(1);
    });

    test('UNINSTALL ends the subscriptions of the location, and what waits for them', async () => {
      const locationId = 'location-uninstalled';
      const ended = await harness.subscribe('InboundMessage', locationId);
      const other = await harness.subscribe('InboundMessage', 'location-staying');
      harness.target.behave(ended.path, (response) => {
        response.writeHead(503);
        response.end();
      });
      await post(harness.relay, inboundMessage({ locationId }));
      await until('an attempt', () => ended.received().length > 0);
      await post(harness.relay, inboundMessage({ type: 'UNINSTALL', locationId }));
      expect((await unsubscribe(harness.relay, ended.id, ended.secret)).status).toBe(404);
      await until('an empty queue', async () => {
        const depth = await harness.relay.metric('relay_queue_depth');
        return depth === 0;
      });
      const attempts = ended.received().length;
      await post(harness.relay, inboundMessage({ locationId }));
      await post(harness.relay, inboundMessage({ locationId: 'location-staying' }));
      await until('the other location', () => other.received().length === 1);
      expect(ended.received()).toHaveLength(attempts);
    });

    test('UNINSTALL by an agency ends those of all its locations', async () => {
      // HighLevel's stand-in says that every location belongs to company1.
      const hook = await harness.subscribe('InboundMessage', 'location-of-agency');
      const body = { type: 'UNINSTALL', locationId: undefined, companyId: 'another' };
      await post(harness.relay, inboundMessage(body));
      await post(harness.relay, inboundMessage({ locationId: 'location-of-agency' }));
      await until('a delivery', () => hook.received().length === 1);
      await post(harness.relay, inboundMessage({ ...body, companyId: 'company1' }));
      expect((await unsubscribe(harness.relay, hook.id, hook.secret)).status).toBe(404);
    });

    test.each<[string, (at: number) => unknown]>([
      ['ISO 8601', (at) => new Date(at).toISOString()],
      ['milliseconds', (at) => at],
      ['seconds', (at) => Math.floor(at / 1000)],
      ['digits', (at) => String(at)],
    ])(
      'an UNINSTALL that is older than a subscription does not end it, its time in %s',
      async (_what, write) => {
        const locationId = 'location-older-uninstall';
        const hook = await harness.subscribe('InboundMessage', locationId);
        // By the clock of a second before: what counts is what came first, not how long before.
        const timestamp = write(Date.now() - 5000);
        await post(harness.relay, inboundMessage({ type: 'UNINSTALL', locationId, timestamp }));
        await post(harness.relay, inboundMessage({ locationId }));
        await until('a delivery', () => hook.received().length === 1);
        const body = { type: 'UNINSTALL', locationId, timestamp: write(Date.now() + 2000) };
        await post(harness.relay, inboundMessage(body));
        expect((await unsubscribe(harness.relay, hook.id, hook.secret)).status).toBe(404);
      },
    );

    test('an UNINSTALL that says no time ends nothing when it comes again much later', async () => {
      const locationId = 'location-timeless';
      const uninstall = inboundMessage({ type: 'UNINSTALL', locationId, timestamp: undefined });
      const before = await harness.subscribe('InboundMessage', locationId);
      await post(harness.relay, uninstall);
      expect((await unsubscribe(harness.relay, before.id, before.secret)).status).toBe(404);
      await harness.relay.stop();
      const database = await harness.database.open();
      await database.query(
        "UPDATE relay.seen_event SET seen_at = seen_at - interval '1 year' WHERE seen_at < 'infinity'",
      );
      while ((await forgetSeenEvents(database)) > 0);
      await database.close();
      await harness.start();
      const hook = await harness.subscribe('InboundMessage', locationId);
      await post(harness.relay, uninstall);
      expect((await unsubscribe(harness.relay, hook.id, hook.secret)).status).toBe(204);
    });

    test('an old UNINSTALL that comes again does not end what was set up since', async () => {
      const locationId = 'location-again';
      const hook = await harness.subscribe('InboundMessage', locationId);
      const old = new Date(Date.now() - 3_600_000).toISOString();
      await post(harness.relay, inboundMessage({ type: 'UNINSTALL', locationId, timestamp: old }));
      await post(harness.relay, inboundMessage({ locationId }));
      await until('a delivery', () => hook.received().length === 1);
      await post(harness.relay, inboundMessage({ type: 'INSTALL', locationId }));
      expect((await unsubscribe(harness.relay, hook.id, hook.secret)).status).toBe(204);
    });
  });
  describe('events of other apps', () => {
    const appId = 'appOfThisRelay1';
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase, { HIGHLEVEL_APP_ID: appId });
    });
    afterAll(() => harness.close());
    const ofOtherApps = async (): Promise<number> => {
      const { text } = await harness.admin('GET', '/metrics');
      return Number(/^relay_events_accepted_total\{result="other_app"\} (\d+)$/m.exec(text)?.[1]);
    };

    test('are answered with 200, counted and not delivered; those without an app are taken', async () => {
      const locationId = 'location-of-apps';
      const before = await ofOtherApps();
      const hook = await harness.subscribe('InboundMessage', locationId);
      const others = ['appOfSomeoneElse', 7, { id: appId }, ` ${appId}`, appId.toLowerCase()];
      for (const other of others) {
        const answer = await post(harness.relay, inboundMessage({ locationId, appId: other }));
        expect(answer).toMatchObject({ status: 200, json: { result: 'other_app' } });
      }
      const own = [appId, undefined, null, ''].map((one) =>
        inboundMessage({ locationId, appId: one }),
      );
      for (const body of own) {
        const answer = await post(harness.relay, body);
        expect(answer).toMatchObject({ status: 200, json: { result: 'new' } });
      }
      await until('those of this app', () => hook.received().length >= own.length);
      const bodies = hook.received().map(({ body }) => body.toString());
      expect(bodies.toSorted()).toEqual(own.map((body) => body.toString()).toSorted());
      expect(await ofOtherApps()).toBe(before + others.length);
    });

    test('an UNINSTALL of another app ends nothing', async () => {
      const locationId = 'location-of-another-app';
      const hook = await harness.subscribe('InboundMessage', locationId);
      const uninstall = { type: 'UNINSTALL', locationId, companyId: 'company1' };
      await post(harness.relay, inboundMessage({ ...uninstall, appId: 'appOfSomeoneElse' }));
      await post(harness.relay, inboundMessage({ locationId, appId }));
      await until('a delivery', () => hook.received().length === 1);
      await post(harness.relay, inboundMessage({ ...uninstall, appId }));
      expect((await unsubscribe(harness.relay, hook.id, hook.secret)).status).toBe(404);
    });
  });
}
