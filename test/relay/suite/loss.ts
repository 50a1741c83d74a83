import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { MakeDatabase } from '../support/database.ts';
import { startProcessHarness, type Harness } from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import type { RelayProcess } from '../support/relay-process.ts';
import type { Received } from '../support/target.ts';
import { until } from '../support/until.ts';
import { idOf } from './operation.ts';

const KILLS = 4;
const SENDERS = 16;
const SEED = 20_260_101;
/** How many events are accepted between two kills, at least and at most. */
const LEAST_BETWEEN = 100;
const MOST_BETWEEN = 250;

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
  const goesOn = (): boolean => !stopped;
  const sender = async (): Promise<void> => {
    while (goesOn()) {
      sent += 1;
      const webhookId = `event-${sent}`;
      const body = inboundMessage({ locationId, webhookId });
      // What is not answered with 200, or not at all, HighLevel sends again. A relay that was killed
      // may have stored it.
      while (goesOn() && !accepted.has(webhookId)) {
        const answer = await post(relay(), body).catch(() => undefined);
        if (answer?.status === 200) accepted.add(webhookId);
        else await new Promise((resolve) => setTimeout(resolve, 50));
      }
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

/** What a target took: how often, of each event, under each `webhook-id`. */
class Taken {
  readonly #events = new Map<string, Map<string, number>>();

  add({ headers, body }: Received): void {
    const event = idOf(body);
    const ids = this.#events.get(event) ?? new Map<string, number>();
    const id = String(headers['webhook-id']);
    this.#events.set(event, ids.set(id, (ids.get(id) ?? 0) + 1));
  }

  /** Those that never arrived. */
  lost(accepted: ReadonlySet<string>): string[] {
    return [...accepted].filter((event) => !this.#events.has(event));
  }

  /** Those that a receiver, which knows a repeat by its `webhook-id`, takes for two. */
  twice(): string[] {
    return [...this.#events].filter(([, ids]) => ids.size > 1).map(([event]) => event);
  }

  /** Repeats of what was taken already, under the same `webhook-id`. */
  get repeats(): number {
    const counts = [...this.#events.values()].flatMap((ids) => [...ids.values()]);
    return counts.reduce((sum, count) => sum + count - 1, 0);
  }
}

/**
 * Every event that was answered with 200 arrives, though the relay is killed again and again, and none
 * as two. What a target had taken just before a kill it may get again, under the same `webhook-id`:
 * nobody but the target knows then that it has it.
 */
export function loss(makeDatabase: MakeDatabase): void {
  describe('loss', () => {
    let harness: Harness<RelayProcess>;
    beforeAll(async () => {
      harness = await startProcessHarness(makeDatabase);
    });
    afterAll(() => harness.close());

    test(`${KILLS} kills at random moments: nothing lost, nothing twice`, async () => {
      const random = seeded(SEED);
      const locationId = 'location-loss';
      const targets = await Promise.all(
        ['InboundMessage', 'ConversationStarted'].map(async (event) => {
          const hook = await harness.subscribe(event, locationId);
          const taken = new Taken();
          // Some attempts fail, so that repeats and outcomes are being written at a kill too.
          harness.target.behave(hook.path, (response, received) => {
            const fails = random() < 0.1;
            if (!fails) taken.add(received);
            response.writeHead(fails ? 500 : 200);
            response.end();
          });
          return { event, taken };
        }),
      );
      const { accepted, stop } = startSenders(() => harness.relay, locationId);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const enough = accepted.size + LEAST_BETWEEN + random() * (MOST_BETWEEN - LEAST_BETWEEN);
        await until('more events', () => accepted.size >= enough);
        await harness.relay.kill();
        await harness.start();
      }
      await until('events after the last start', () => accepted.size > KILLS * LEAST_BETWEEN);
      await stop();
      await until('every accepted event', () =>
        targets.every(({ taken }) => taken.lost(accepted).length === 0),
      );
      await until('an empty queue', async () => {
        return (await harness.relay.metric('relay_queue_depth')) === 0;
      });
      for (const { event, taken } of targets) {
        const [lost, twice] = [taken.lost(accepted), taken.twice()];
        process.stdout.write(
          `${accepted.size} accepted across ${KILLS} kills as ${event}: ${lost.length} lost, ` +
            `${twice.length} twice (by webhook-id; ${taken.repeats} came again under the same)\n`,
        );
        expect({ lost, twice }).toEqual({ lost: [], twice: [] });
      }
      expect(accepted.size).toBeGreaterThanOrEqual(KILLS * LEAST_BETWEEN);
    });
  });
}
