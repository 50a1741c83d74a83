import { afterAll, beforeAll, beforeEach, describe, test } from '@jest/globals';

import { LocalZapier } from '../../local/index.ts';
import { RECIPES } from '../../recipes/index.ts';
import { tryOut } from '../support/recipe_attempt.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await LocalZapier.start({ relay: true, requestLog: false });
});

afterAll(async () => {
  await zapier.close();
});

beforeEach(async () => {
  await zapier.reset();
});

const EACH = RECIPES.map((recipe) => ({ recipe, title: recipe.title }));

describe.each(EACH)('$title', ({ recipe }) => {
  test.each(recipe.tries.map((one) => [one.title, one] as const))('%s', (_title, one) =>
    tryOut(zapier, recipe, one),
  );
});
