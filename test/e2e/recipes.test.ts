import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { attempt, filledIn, recordsFor, type Named } from '../../recipes/engine/attempt.ts';
import { LocalZapier } from '../../local/index.ts';
import { RECIPES } from '../../recipes/index.ts';
import type { Expectation, Receipt, Try } from '../../recipes/recipe.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await LocalZapier.start({ relay: true });
});

afterAll(async () => {
  await zapier.close();
});

beforeEach(async () => {
  await zapier.reset();
});

const EACH = RECIPES.map((recipe) => ({ recipe, title: recipe.title }));

describe.each(EACH)('$title', ({ recipe }) => {
  test.each(recipe.tries.map((one) => [one.title, one] as const))('%s', tryOut);

  async function tryOut(_title: string, one: Try) {
    const named: Named = new Map();

    const runs = await attempt(zapier, recipe, one, named);

    expect({
      finished: runs.filter((run) => run.finished).length,
      stopped: runs.filter((run) => !run.finished).length,
    }).toEqual({ finished: one.finished, stopped: one.stopped ?? 0 });
    for (const expectation of one.outcome) await expectRecords(expectation, named);
    const receipts = runs.flatMap((run) => run.receipts);
    await expectReceipts(receipts, one.receives ?? [], named);
  }
});

/** Each step of another app got these fields, and no others but those that contain a text. */
async function expectReceipts(
  receipts: readonly Receipt[],
  expected: readonly Receipt[],
  named: Named,
): Promise<void> {
  const searched = expected.map(({ contains = {} }) => Object.entries(contains));
  const whole = receipts.map(({ step, fields }, index) => {
    const keys = (searched[index] ?? []).map(([key]) => key);
    return {
      step,
      fields: Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key))),
    };
  });
  const wanted = expected.map(({ step, fields }) => ({ step, fields }));
  expect(whole).toEqual(await filledIn(wanted, named));
  for (const [index, entries] of searched.entries()) {
    for (const [key, texts] of entries) {
      for (const text of texts) expect(receipts[index]?.fields[key]).toContain(text);
    }
  }
}

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
