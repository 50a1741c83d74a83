import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { idOf } from './suite/operation.ts';
import { makePostgres } from './support/database.ts';
import { makeLanePostgres } from './support/lane-postgres.ts';
import { startHarness, startProcessHarness, type Harness } from './support/harness.ts';
import { inboundMessage, post } from './support/highlevel.ts';
import { call } from './support/http.ts';
import { startPostgres } from './support/postgres.ts';
import type { RelayProcess } from './support/relay-process.ts';
import { startSenders } from './support/senders.ts';
import { answering } from './support/target.ts';
import { until } from './support/until.ts';

describe('two relays on one PostgreSQL', () => {
  let harness: Harness<RelayProcess>;
  beforeAll(async () => {
    harness = await startProcessHarness(makeLanePostgres);
  });
  afterAll(() => harness.close());

  test('one is killed: nothing is lost, nothing is stuck', async () => {
    const first = harness.relay;
    const locationId = 'location-two';
    const hook = await harness.subscribe('InboundMessage', locationId);
    const started = await harness.subscribe('ConversationStarted', locationId);
    const second = await harness.start();
    let turn = 0;
    let alive = [first, second];
    const { accepted, stop } = startSenders(() => {
      turn += 1;
      return alive[turn % alive.length] ?? second;
    }, locationId);
    await until('events at both', () => accepted.size > 200);
    // Slow answers, so that the one that is killed has many deliveries under way.
    harness.target.behave(hook.path, (response) => {
      setTimeout(() => response.end(), 200);
    });
    await until('more events', () => accepted.size > 350);
    await first.kill();
    alive = [second];
    await until('events after the kill', () => accepted.size > 450);
    await stop();
    for (const one of [hook, started]) {
      await until('every accepted event', () => {
        const delivered = new Set(one.received().map(({ body }) => idOf(body)));
        return [...accepted].every((id) => delivered.has(id));
      });
    }
    await until('an empty queue', async () => (await second.metric('relay_queue_depth')) === 0);
    expect(second.log.join('\n')).toMatch('took back deliveries of a relay that is gone');
  });

  test('the same event at both at once is delivered once; a subscription holds for both', async () => {
    const relays = [harness.relay, await harness.startHere()];
    const hook = await harness.subscribe('InboundMessage', 'location-both');
    const started = await harness.subscribe('ConversationStarted', 'location-both');
    const events = Array.from({ length: 50 }, (_, index) =>
      inboundMessage({
        locationId: 'location-both',
        webhookId: `both-${index}`,
        conversationId: `conversation-${index % 10}`,
      }),
    );
    const answers = await Promise.all(
      events.flatMap((event) => relays.map((relay) => post(relay, event))),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const results = answers.map(({ json }) => JSON.stringify(json));
    expect(results.filter((result) => result === '{"result":"new"}')).toHaveLength(50);
    await until('all', () => hook.received().length === 50 && started.received().length === 10);
    await Promise.all(relays.map((relay) => relay.stop()));
    expect(hook.received()).toHaveLength(50);
    expect(started.received()).toHaveLength(10);
  });
});

describe('PostgreSQL is away', () => {
  test('429 and not ready until it is back; nothing that was accepted is lost', async () => {
    const own = await startPostgres();
    const harness = await startHarness(makePostgres(() => own));
    const hook = await harness.subscribe();
    harness.target.behave(hook.path, answering(500));
    const kept = inboundMessage({ webhookId: 'kept' });
    expect((await post(harness.relay, kept)).status).toBe(200);
    await own.pause();
    const refused = inboundMessage({ webhookId: 'refused' });
    await until('429', async () => (await post(harness.relay, refused)).status === 429);
    expect((await call('GET', `${harness.relay.url}/readyz`)).status).toBe(503);
    expect((await call('GET', `${harness.relay.url}/healthz`)).status).toBe(200);
    await own.resume();
    harness.target.behave(hook.path, answering(200));
    await until('ready', async () => {
      return (await call('GET', `${harness.relay.url}/readyz`)).status === 200;
    });
    await until('the repeat is taken', async () => {
      return (await post(harness.relay, refused)).status === 200;
    });
    await until('both', () => {
      const ids = new Set(hook.received().map(({ body }) => idOf(body)));
      return ids.has('kept') && ids.has('refused');
    });
    await harness.close();
    await own.stop();
  });
});
