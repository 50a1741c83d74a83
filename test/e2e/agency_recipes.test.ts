import { afterAll, beforeAll, beforeEach, test } from '@jest/globals';

import { RECIPES } from '../../recipes/index.ts';
import { AgencyZapier } from '../support/agency_zapier.ts';
import { tryOut } from '../support/recipe_attempt.ts';

let agency: AgencyZapier;

beforeAll(async () => {
  agency = await AgencyZapier.share({ relay: true });
});

afterAll(() => {
  agency.giveBack();
});

beforeEach(async () => {
  await agency.zapier.reset();
  await agency.connect();
});

/** One run of each that reaches its end. */
const EACH = RECIPES.flatMap((recipe) => {
  const one = recipe.tries.find(({ finished }) => finished > 0);
  return one ? [[recipe.title, recipe, one] as const] : [];
});

test.each(EACH)(
  'An agency runs it in the sub-account that each step names: %s',
  (_title, recipe, one) => tryOut(agency.zapier, recipe, one),
);
