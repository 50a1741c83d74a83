import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { MakeDatabase } from '../support/database.ts';
import { startHarness, type Harness } from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import { until } from '../support/until.ts';
import { idOf } from './operation.ts';

const KILLS = 4;
const SENDERS = 16;
const SEED = 20_260_101;
/** How many events are accepted between two kills, at least and at most. */
const LEAST_BETWEEN = 100;
const MOST_BETWEEN = 600;

/** Random numbers that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Sends events until told to stop, and keeps the ledger of those that were answered with 200. */
export function startSenders(
  relay: () => { url: string },
  locationId: string,
): { accepted: Set<string>; stop: () => Promise<void> } {
  const accepted = new Set<string>();
  let stopped = false;
  let sent = 0;
  const sender = async (): Promise<void> => {
    while (!stopped) {
      sent += 1;
      const webhookId = `event-${sent}`;
      const body = inboundMessage({ locationId, webhookId });
      // While no relay runs there is no answer: HighLevel would lose the event then, not the relay.
      const answer = await post(relay(), body).catch(() => undefined);
      if (answer?.status === 200) accepted.add(webhookId);
      else await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const senders = Array.from({ length: SENDERS }, sender);
  return {
    accepted,
    stop: async () => {
      stopped = true;
      await Promise.all(senders);
    },
  };
}

/** Every event that was answered with 200 arrives, though the relay is killed again and again. */
export function loss(makeDatabase: MakeDatabase): void {
  describe('loss', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase);
    });
    afterAll(() => harness.close());

    test(`${KILLS} kills at random moments lose nothing that was answered with 200`, async () => {
      const random = seeded(SEED);
      const locationId = 'location-loss';
      const hooks = [
        await harness.subscribe('InboundMessage', locationId),
        await harness.subscribe('ConversationStarted', locationId),
      ];
      // Some attempts fail, so that repeats and outcomes are being written at a kill too.
      for (const hook of hooks) {
        harness.target.behave(hook.path, (response) => {
          response.writeHead(random() < 0.1 ? 500 : 200);
          response.end();
        });
      }
      const { accepted, stop } = startSenders(() => harness.relay, locationId);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const enough = accepted.size + LEAST_BETWEEN + random() * (MOST_BETWEEN - LEAST_BETWEEN);
        await until('more events', () => accepted.size >= enough);
        await harness.relay.kill();
        await harness.start();
      }
      await until('events after the last start', () => accepted.size > KILLS * LEAST_BETWEEN);
      await stop();
      for (const hook of hooks) {
        for (const webhookId of accepted) expect(webhookId).toMatch(/^event-/);
        await until(
          'every accepted event',
          () => {
            const delivered = new Set(hook.received().map(({ body }) => idOf(body)));
            return [...accepted].every((id) => delivered.has(id));
          },
          40_000,
        );
      }
      await until('an empty queue', async () => {
        return (await harness.relay.metric('relay_queue_depth')) === 0;
      });
      const [messages] = hooks;
      const deliveries = messages?.received().length ?? 0;
      const distinct = new Set(messages?.received().map(({ body }) => idOf(body))).size;
      process.stdout.write(
        `${accepted.size} events accepted across ${KILLS} kills, ${distinct} delivered, ` +
          `${deliveries - distinct} attempts more than one each\n`,
      );
      expect(accepted.size).toBeGreaterThanOrEqual(KILLS * LEAST_BETWEEN);
    });
  });
}
