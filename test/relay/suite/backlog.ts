import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { MakeDatabase } from '../support/database.ts';
import { startHarness, type Harness, type Subscribed } from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import type { Answer } from '../support/http.ts';
import { answering } from '../support/target.ts';
import { until } from '../support/until.ts';

const LIMIT = 24;

/** What waits stays within a limit, and nobody's pile of deliveries keeps out the events of others. */
export function backlog(makeDatabase: MakeDatabase): void {
  describe('above the limit of what waits', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase, { RELAY_BACKLOG_LIMIT: String(LIMIT) });
    });
    afterAll(() => harness.close());

    const opened: Subscribed[] = [];
    /** A subscription whose target takes nothing until the test has ended. */
    const failing = async (locationId: string): Promise<Subscribed> => {
      const hook = await harness.subscribe('InboundMessage', locationId);
      harness.target.behave(hook.path, answering(503));
      opened.push(hook);
      return hook;
    };
    const send = (locationId: string): Promise<Answer> =>
      post(harness.relay, inboundMessage({ locationId }));
    /** Sends until an event is refused, and says how many were taken. */
    const fill = async (locationId: string): Promise<{ taken: number; refused: Answer }> => {
      for (let taken = 0; ; taken += 1) {
        const answer = await send(locationId);
        if (answer.status !== 200) return { taken, refused: answer };
      }
    };
    const uninstall = (locationId: string): Promise<Answer> => {
      const timestamp = new Date(Date.now() + 1000).toISOString();
      const event = { type: 'UNINSTALL', locationId, timestamp, webhookId: randomUUID() };
      return post(harness.relay, Buffer.from(JSON.stringify(event)));
    };
    const overShare = { status: 429, json: { error: 'over_share' } };

    test('only who has its share already is refused, until it has less again', async () => {
      const busy = await failing('location-busy');
      const { taken, refused } = await fill('location-busy');
      expect(refused).toMatchObject(overShare);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(taken).toBeLessThanOrEqual(LIMIT);

      const calm = await harness.subscribe('InboundMessage', 'location-calm');
      for (let sent = 1; sent <= 5; sent += 1) {
        expect(await send('location-calm')).toMatchObject({ status: 200 });
        await until('its delivery', () => calm.received().length === sent);
      }
      expect(await send('location-busy')).toMatchObject(overShare);
      await until('a word in the log', () =>
        harness.relay.log.some(
          (line) => line.includes('more than its share') && line.includes('"location-busy"'),
        ),
      );

      harness.target.behave(busy.path, answering(200));
      await until('room again', async () => (await send('location-busy')).status === 200);
      await until('an empty queue', async () => {
        return (await harness.relay.metric('relay_queue_depth')) === 0;
      });
    });

    test('an event counts as often as it is delivered, in a batch too', async () => {
      const SUBSCRIPTIONS = 8;
      const locationId = 'location-wide';
      for (let made = 0; made < SUBSCRIPTIONS; made += 1) await failing(locationId);
      const answers = await Promise.all(Array.from({ length: 30 }, () => send(locationId)));
      const taken = answers.filter(({ status }) => status === 200).length;
      expect(taken).toBeGreaterThan(0);
      expect(taken).toBeLessThanOrEqual(LIMIT / SUBSCRIPTIONS);
      expect((await uninstall(locationId)).status).toBe(200);
    });

    test('at twice the limit all are refused, but for what is delivered to nobody', async () => {
      const locations: string[] = [];
      const newcomer = async (): Promise<string> => {
        const locationId = `location-${locations.length}`;
        locations.push(locationId);
        await failing(locationId);
        return locationId;
      };
      let last = '';
      const refused = await until('a newcomer that is refused', async () => {
        last = await newcomer();
        const { taken, refused: answer } = await fill(last);
        return taken === 0 ? answer : undefined;
      });
      expect(refused).toMatchObject({ status: 429, json: { error: 'behind' } });
      // What was stored while the relay counted counts twice until it counts again.
      await until('as many that wait', async () => {
        if ((await send(last)).status === 200) last = await newcomer();
        return (await harness.relay.metric('relay_queue_depth')) >= 2 * LIMIT;
      });
      expect((await send('location-nobody')).status).toBe(200);
      for (const locationId of locations) expect((await uninstall(locationId)).status).toBe(200);
      await failing('location-after');
      await until('room again', async () => (await send('location-after')).status === 200);
    });
  });

  /** Runs a test on a relay of its own. */
  async function withHarness(
    environment: Record<string, string>,
    work: (harness: Harness) => Promise<void>,
  ): Promise<void> {
    const harness = await startHarness(makeDatabase, environment);
    try {
      await work(harness);
    } finally {
      await harness.close();
    }
  }

  test('large events of one sub-account do not keep out the events of others either', () =>
    withHarness({ RELAY_BACKLOG_MEGABYTES: '1' }, async (harness) => {
      const LARGE = 300_000;
      const locationId = 'location-large';
      const targets = await Promise.all([1, 2].map(() => harness.subscribe(undefined, locationId)));
      for (const { path } of targets) harness.target.behave(path, answering(503));
      const calm = await harness.subscribe('InboundMessage', 'location-calm');
      const bodies: Buffer[] = [];
      const sendLarge = (): Promise<Answer> => {
        const body = inboundMessage({ locationId, body: 'x'.repeat(LARGE) });
        bodies.push(body);
        return post(harness.relay, body);
      };
      const statuses: number[] = [];
      for (let sent = 0; sent < 5; sent += 1) statuses.push((await sendLarge()).status);
      expect(statuses).toEqual([200, 200, 200, 200, 429]);
      await until('a word in the log', () =>
        harness.relay.log.some(
          (line) => line.includes('more than its share') && line.includes('"unit":"bytes"'),
        ),
      );
      const stored = bodies.slice(0, 4).reduce((sum, { length }) => sum + length, 0);
      await until('each of them counted once', async () => {
        return (await harness.relay.metric('relay_queue_bytes')) === stored;
      });
      // Counted in the database, which another relay and a restart do too.
      await harness.relay.stop();
      await harness.start();
      expect(await sendLarge()).toMatchObject({ status: 429, json: { error: 'over_share' } });
      expect(
        await post(harness.relay, inboundMessage({ locationId: 'location-calm' })),
      ).toMatchObject({ status: 200 });
      await until('its delivery', () => calm.received().length === 1);
      // One of its subscribers takes them: they are stored for the other one all the same.
      const [first, second] = targets;
      harness.target.behave(first?.path ?? '', answering(200));
      await until('four deliveries', async () => {
        return (await harness.relay.metric('relay_queue_depth')) === 4;
      });
      expect(await harness.relay.metric('relay_queue_bytes')).toBe(stored);
      harness.target.behave(second?.path ?? '', answering(200));
      await until('room again', async () => (await sendLarge()).status === 200);
    }));

  test('what is held counts as waiting', () =>
    withHarness({ RELAY_BACKLOG_LIMIT: '5', RELAY_PROOF_LASTS_SECONDS: '0.5' }, async (harness) => {
      const locationId = 'location-held';
      await harness.subscribe('InboundMessage', locationId);
      await until('the end of its proof', async () => {
        return (await harness.relay.metric('relay_subscriptions_unproved')) === 1;
      });
      const send = () => post(harness.relay, inboundMessage({ locationId }));
      const statuses: number[] = [];
      for (let sent = 0; sent < 8; sent += 1) statuses.push((await send()).status);
      expect(statuses.slice(5)).toEqual([429, 429, 429]);
      await until('the count of the held ones', async () => {
        return (
          (await harness.relay.metric('relay_deliveries_held')) ===
          statuses.filter((status) => status === 200).length
        );
      });
      // Counted in the database, which another relay and a restart do too.
      await harness.relay.stop();
      await harness.start();
      let taken = statuses.filter((status) => status === 200).length;
      let answer = await send();
      // A request for the proof, which counted before the restart, may be delivered by now.
      for (; answer.status === 200; answer = await send()) taken += 1;
      expect(answer).toMatchObject({ status: 429, json: { error: 'over_share' } });
      expect(taken).toBeLessThanOrEqual(5);
    }));
}
