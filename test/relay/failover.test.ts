import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { idOf } from './suite/operation.ts';
import { databaseAt } from './support/database.ts';
import { startProcessHarness, type Harness } from './support/harness.ts';
import { call } from './support/http.ts';
import type { RelayProcess } from './support/relay-process.ts';
import { startSenders } from './support/senders.ts';
import { startPostgresPair, type PostgresPair } from './support/postgres.ts';
import { until } from './support/until.ts';

const BEFORE = 200;
const AFTER = 200;

describe('a primary and its synchronous standby in DATABASE_URL', () => {
  let pair: PostgresPair;
  let url: string;
  let harness: Harness<RelayProcess>;
  beforeAll(async () => {
    pair = await startPostgresPair();
    url = await pair.createDatabase();
    harness = await startProcessHarness(() => Promise.resolve(databaseAt(url)));
  });
  afterAll(async () => {
    await harness.close();
    await pair.stop();
  });

  test('the primary is killed under load: nothing acknowledged is lost, and the relay goes on', async () => {
    const locationId = 'location-failover';
    const hooks = [
      await harness.subscribe('InboundMessage', locationId),
      await harness.subscribe('ConversationStarted', locationId),
    ];
    const { accepted, stop } = startSenders(() => harness.relay, locationId);
    await until('events before', () => accepted.size >= BEFORE);
    await pair.killPrimary();
    const before = accepted.size;
    await until('not ready', async () => {
      return (await call('GET', `${harness.relay.url}/readyz`)).status === 503;
    });
    await pair.promoteStandby();
    await until('events after', () => accepted.size >= before + AFTER);
    await stop();
    for (const hook of hooks) {
      const delivered = (): Set<string> => new Set(hook.received().map(({ body }) => idOf(body)));
      const lost = (): string[] => {
        const ids = delivered();
        return [...accepted].filter((id) => !ids.has(id));
      };
      await until('every acknowledged event', () => lost().length === 0).finally(() => {
        process.stdout.write(
          `failover: ${accepted.size} events acknowledged, ${before} of them before the primary ` +
            `was killed; ${lost().length} lost, ${hook.received().length - delivered().size} sent again\n`,
        );
      });
    }
    await until('an empty queue', async () => {
      return (await harness.relay.metric('relay_queue_depth')) === 0;
    });
    expect((await call('GET', `${harness.relay.url}/readyz`)).status).toBe(200);
    // The subscriptions are on the new primary, and a relay that starts now finds it.
    expect(await harness.relay.stop()).toBe(0);
    await harness.start();
    await harness.subscribe('InboundMessage', locationId);
  });
});
