import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { attempt, filledIn, recordsFor, type Named } from '../../recipes/engine/attempt.ts';
import { LocalZapier } from '../../local/index.ts';
import { RECIPES } from '../../recipes/index.ts';
import type { Expectation, Try } from '../../recipes/recipe.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await LocalZapier.start({ relay: true });
}, 60_000);

afterAll(async () => {
  await zapier.close();
});

beforeEach(async () => {
  await zapier.reset();
});

const EACH = RECIPES.map((recipe) => ({ recipe, title: recipe.title }));

describe.each(EACH)('$title', ({ recipe }) => {
  test.each(recipe.tries.map((one) => [one.title, one] as const))('%s', tryOut, 60_000);

  async function tryOut(_title: string, one: Try) {
    const named: Named = new Map();

    const runs = await attempt(zapier, recipe, one, named);

    expect({
      finished: runs.filter((run) => run.finished).length,
      stopped: runs.filter((run) => !run.finished).length,
    }).toEqual({ finished: one.finished, stopped: one.stopped ?? 0 });
    for (const expectation of one.outcome) await expectRecords(expectation, named);
    const receipts = runs.flatMap((run) => run.receipts);
    expect(receipts).toEqual(await filledIn(one.receives ?? [], named));
  }
});

/** Looks into the sandbox's state. */
async function expectRecords(expectation: Expectation, named: Named): Promise<void> {
  const { count = 1, has = {}, contains = {} } = expectation;
  const found = await recordsFor(zapier, expectation, named);
  const each = await filledIn(has, named);
  expect({ in: expectation.in, count: found.length, found }).toMatchObject({
    in: expectation.in,
    count,
    found: found.map(() => each),
  });
  for (const [key, texts] of Object.entries(contains)) {
    for (const record of found) {
      for (const text of texts) expect(record[key]).toContain(text);
    }
  }
}
