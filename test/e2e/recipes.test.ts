import { beforeAll, beforeEach, describe, test } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { RECIPES } from '../../recipes/index.ts';
import { tryOut } from '../support/recipe_attempt.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier({ relay: true });
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
