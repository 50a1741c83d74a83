import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { bitesOf, loadOf, planFor } from '../../bench/simulation/plan.ts';
import { LIMITS, SCENARIO, type Scenario } from '../../bench/simulation/scenario.ts';
import { simulate } from '../../bench/simulation/simulate.ts';
import { nodeArguments, runCommand } from '../../scripts/lib/command.ts';
import { ROOT } from '../../scripts/lib/project.ts';

const LIMIT_MS = 120_000;

const TIMES = {
  stored: { relay: 0.3, database: 0.1 },
  unwanted: { relay: 0.2, database: 0.05 },
  delivered: { relay: 0.2, database: 0.1 },
  payload: 1000,
  waiting: 2000,
  seen: 100,
  log: 4000,
  memory: 150,
};

/** A load that one relay carries with ease, and a campaign of a few seconds. */
const SMALL: Scenario = {
  ...SCENARIO,
  subAccounts: 10_000,
  campaign: 300,
  databaseCores: 1,
};

describe('the page on scaling', () => {
  // `npm run bench:simulate -- --write` writes it anew. In a process of its own it is much quicker.
  test('says what the command prints', async () => {
    const command = join(ROOT, 'bench/simulation/run.ts');
    const { code, output } = await runCommand(process.execPath, nodeArguments(command), {
      cwd: ROOT,
      limitMs: LIMIT_MS,
    });
    expect({ code, output }).toEqual({
      code: 0,
      output: readFileSync(join(ROOT, 'docs/scaling.md'), 'utf8'),
    });
  });
});

describe('the plan', () => {
  test('of a million sub-accounts has the load of the question', () => {
    expect(loadOf(SCENARIO)).toEqual({
      perDay: 50_000_000,
      average: 50_000_000 / 86_400,
      busiestHour: 5_000_000 / 3600,
      busiestMinute: 10_000_000 / 3600,
    });
  });

  test('has a relay more than processor and places need', () => {
    const byPlaces = planFor({ ...SCENARIO, answerMs: 1000 }, TIMES);
    expect(byPlaces.relays).toBe(Math.ceil(byPlaces.underway / 256) + 1);
    const byProcessor = planFor(
      { ...SCENARIO, answerMs: 10 },
      { ...TIMES, stored: { relay: 3, database: 0.1 } },
    );
    expect(byProcessor.relays).toBe(Math.ceil(byProcessor.relayCores / SCENARIO.mostUsed) + 1);
  });

  test('costs less for events that nobody asked for', () => {
    const few = planFor({ ...SCENARIO, wanted: 0.1 }, TIMES);
    const all = planFor(SCENARIO, TIMES);
    expect(few.relayCores).toBeLessThan(all.relayCores);
    expect(few.backlogGB).toBeCloseTo(0.1 * all.backlogGB);
    expect(few.seenGB).toBe(all.seenGB);
  });

  test('names the limits of others from the lowest to the highest', () => {
    const bites = bitesOf(SCENARIO);
    expect(bites).toHaveLength(LIMITS.length);
    expect(bites.map(({ perSecond }) => perSecond)).toEqual(
      LIMITS.map(({ perSecond }) => perSecond).sort((one, other) => one - other),
    );
  });
});

describe('the simulation', () => {
  test('is the same each time', () => {
    expect(simulate(SMALL, TIMES, 1)).toEqual(simulate(SMALL, TIMES, 1));
  });

  test('delivers everything, as quickly as it is answered, when there is room', () => {
    const { events, accept, delivered } = simulate({ ...SMALL, campaign: 1 }, TIMES, 1);
    const expected = loadOf(SMALL).busiestHour * 60 * (2 + SMALL.busiestMinute);
    expect(events / expected).toBeGreaterThan(0.9);
    expect(events / expected).toBeLessThan(1.1);
    expect(accept.p50).toBeLessThan(10);
    expect(delivered.p50).toBeGreaterThan(SMALL.answerMs);
    expect(delivered.p50).toBeLessThan(1.3 * SMALL.answerMs);
  });

  test('a campaign goes out as fast as the hook allows, and keeps nobody waiting', () => {
    const alone = simulate({ ...SMALL, campaign: 1 }, TIMES, 1);
    const beside = simulate({ ...SMALL, campaign: 3000 }, TIMES, 1);
    expect(beside.campaignSeconds).toBeGreaterThan(3000 / 30 - 1);
    expect(beside.campaignSeconds).toBeLessThan(1.2 * (3000 / 30));
    expect(beside.delivered.p99).toBeLessThan(1.2 * alone.delivered.p99);
  });

  test('a line grows when the relays have too few places', () => {
    const slow = { ...SMALL, subAccounts: 150_000, answerMs: 900, answerSpread: 0 };
    const enough = simulate(slow, TIMES, 2);
    const tooFew = simulate(slow, TIMES, 1);
    expect(enough.delivered.p50).toBeLessThan(1000);
    expect(tooFew.delivered.p50).toBeGreaterThan(5 * enough.delivered.p50);
  });
});
