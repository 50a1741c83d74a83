import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { moveClock, type MovingClock } from '../../support/moving_clock.ts';
import type { MakeDatabase } from '../support/database.ts';
import { startProcessHarness, type Harness } from '../support/harness.ts';
import { ALL_MOVES, EXPECTED_MOVES, startMoves, type Moves } from '../support/moves.ts';
import type { RelayProcess, TestRelay } from '../support/relay-process.ts';
import { startSenders } from '../support/senders.ts';
import type { Received } from '../support/target.ts';
import { until } from '../support/until.ts';
import { idOf } from './operation.ts';
import { contentOf, HOUR_SECONDS, stepsAt, type Wait } from './waits.ts';

const KEY = '11'.repeat(32);
const KILLS = 4;
const SEED = 20_260_101;
/** How many messages are accepted in all, at least. */
const LEAST = 400;

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
 * What becomes of events that were answered with 200, of previous values and of steps that wait, though
 * the relay is killed again and again while it has all of them to do.
 */
export function kills(makeDatabase: MakeDatabase): void {
  describe(`a relay that is killed ${KILLS} times at random moments`, () => {
    const random = seeded(SEED);
    let harness: Harness<RelayProcess>;
    let relay: TestRelay;
    let clock: MovingClock;
    let accepted: Set<string>;
    let targets: { event: string; taken: Taken }[];
    let moves: Moves;
    let steps: { answered: Wait; silent: Wait };

    const { newContact, wait, write, resumed, settled } = stepsAt(() => ({
      relay,
      target: harness.target,
    }));
    const [answered, silent] = [newContact(), newContact()];

    async function startTargets(locationId: string): Promise<typeof targets> {
      return Promise.all(
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
    }

    beforeAll(async () => {
      clock = moveClock();
      harness = await startProcessHarness(makeDatabase, { RELAY_ENCRYPTION_KEY: KEY });
      relay = harness.relay;
      steps = {
        answered: await wait({ contactId: answered, timeoutSeconds: 3 * HOUR_SECONDS }),
        silent: await wait({ contactId: silent, timeoutSeconds: HOUR_SECONDS }),
      };
      const locationId = 'location-loss';
      targets = await startTargets(locationId);
      moves = await startMoves(harness, () => relay, 'location-moves');
      const sending = startSenders(() => relay, locationId);
      ({ accepted } = sending);
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const enough = ((kill - random() / 2) * ALL_MOVES) / (KILLS + 1);
        await until('more moves', () => moves.accepted.size >= enough);
        await harness.relay.kill();
        // After the last kill nothing looks at a process any more.
        relay = kill < KILLS ? await harness.start() : await harness.startHere();
      }
      await moves.end;
      await until('enough messages', () => accepted.size >= LEAST);
      await sending.stop();
      await settled();
    });
    afterAll(async () => {
      await harness.close();
      clock.restore();
    });

    // What a target had taken just before a kill it may get again, under the same `webhook-id`: nobody
    // but the target knows then that it has it.
    test('every event that was answered with 200 arrives, and none as two', async () => {
      await until('every accepted event', () =>
        targets.every(({ taken }) => taken.lost(accepted).length === 0),
      );
      for (const { event, taken } of targets) {
        const [lost, twice] = [taken.lost(accepted), taken.twice()];
        process.stdout.write(
          `${accepted.size} accepted across ${KILLS} kills as ${event}: ${lost.length} lost, ` +
            `${twice.length} twice (by webhook-id; ${taken.repeats} came again under the same)\n`,
        );
        expect({ lost, twice }).toEqual({ lost: [], twice: [] });
      }
      expect(accepted.size).toBeGreaterThanOrEqual(LEAST);
    });

    test('every move of a record is told once by each of its events, from the stage before it', () => {
      for (const [event, toldBy] of Object.entries(moves.told)) {
        const told = toldBy();
        const lost = EXPECTED_MOVES.filter((move) => !told.includes(move));
        const twice = told.filter((move, at) => told.indexOf(move) !== at);
        const untrue = told.filter((move) => !EXPECTED_MOVES.includes(move));
        process.stdout.write(
          `${EXPECTED_MOVES.length} moves across ${KILLS} kills, by ${event}: ${lost.length} lost, ` +
            `${twice.length} twice, ${untrue.length} that did not happen\n`,
        );
        expect({ lost, twice, untrue }).toEqual({ lost: [], twice: [], untrue: [] });
      }
    });

    test('a step that waits outlives it: what is answered after a restart is resumed, what was not is when its time is over', async () => {
      await write(answered);
      expect(contentOf(await resumed(steps.answered))).toMatchObject({ result: 'replied' });
      await settled();
      expect(steps.silent.received()).toEqual([]);

      await relay.stop();
      clock.advance(2 * HOUR_SECONDS * 1000);
      relay = await harness.startHere();
      expect(contentOf(await resumed(steps.silent))).toEqual({
        type: 'StepResumed',
        waitId: steps.silent.id,
        locationId: 'location1',
        result: 'timed_out',
      });
      await write(silent, { dateAdded: new Date(Date.now() + 3 * HOUR_SECONDS).toISOString() });
      await settled();
      expect([steps.answered.received().length, steps.silent.received().length]).toEqual([1, 1]);
    });
  });
}
