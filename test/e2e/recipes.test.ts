import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { attempt, filledIn, recordsFor, type Named } from '../../recipes/engine/attempt.ts';
import { openWorkplace, type Workplace } from '../../recipes/engine/workplace.ts';
import { RECIPES } from '../../recipes/index.ts';

let workplace: Workplace;

beforeAll(async () => {
  workplace = await openWorkplace();
}, 60_000);

afterAll(async () => {
  await workplace.close();
});

beforeEach(async () => {
  await workplace.sandbox.post('/reset');
  workplace.app.rpc.reset();
});

describe.each(RECIPES.map((recipe) => ({ recipe, title: recipe.title })))(
  '$title',
  ({ recipe }) => {
    test.each(recipe.tries)(
      '$title',
      async (one) => {
        const named: Named = new Map();

        const runs = await attempt(workplace, recipe, one, named);

        expect({
          finished: runs.filter((run) => run.finished).length,
          stopped: runs.filter((run) => !run.finished).length,
        }).toEqual({ finished: one.finished, stopped: one.stopped ?? 0 });
        for (const expectation of one.outcome) {
          const found = await recordsFor(workplace, expectation, named);
          expect({ in: expectation.in, count: found.length, found }).toMatchObject({
            in: expectation.in,
            count: expectation.count ?? 1,
            found: await filledIn(
              found.map(() => expectation.has ?? {}),
              named,
            ),
          });
        }
        expect(runs.flatMap((run) => run.receipts)).toEqual(
          await filledIn(one.receives ?? [], named),
        );
      },
      60_000,
    );
  },
);
