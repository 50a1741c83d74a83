import { expect } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { attempt, filledIn, recordsFor, type Named } from '../../recipes/engine/attempt.ts';
import type { Expectation, Receipt, Recipe, Try } from '../../recipes/recipe.ts';

/** Runs a recipe as a try says, and looks up what it must have done. */
export async function tryOut(zapier: LocalZapier, recipe: Recipe, one: Try): Promise<void> {
  const named: Named = new Map();

  const runs = await attempt(zapier, recipe, one, named);

  expect({
    finished: runs.filter((run) => run.finished).length,
    stopped: runs.filter((run) => !run.finished).length,
  }).toEqual({ finished: one.finished, stopped: one.stopped ?? 0 });
  for (const expectation of one.outcome) await expectRecords(zapier, expectation, named);
  const receipts = runs.flatMap((run) => run.receipts);
  await expectReceipts(receipts, one.receives ?? [], named);
}

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
async function expectRecords(
  zapier: LocalZapier,
  expectation: Expectation,
  named: Named,
): Promise<void> {
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
