import { describe, expect, test } from '@jest/globals';

import { RECIPES } from '../../recipes/index.ts';
import { stepsOf } from '../../recipes/recipe.ts';
import { diagramOf } from '../../scripts/docs/recipe-diagram.ts';
import { recipesDocument } from '../../scripts/docs/recipes.ts';

const GUIDE = recipesDocument();

describe('the guide to the recipes', () => {
  test('names every field by its label', () => {
    expect(GUIDE).not.toMatch(/\{\{\w/);
    expect(GUIDE).not.toMatch(/<kbd>[\d. ]*<\/kbd>/);
    expect(GUIDE).not.toMatch(/undefined|\[object /);
  });

  test.each(RECIPES.map((recipe) => [recipe.key, recipe] as const))(
    '%s has a diagram of all its steps, each reached from another',
    (_key, recipe) => {
      const diagram = diagramOf(recipe);
      const nodes = [...diagram.matchAll(/^ {2}(s\d+)[[({]/gm)].map((match) => match[1]);
      const reached = [...diagram.matchAll(/--> (s\d+)$/gm)].map((match) => match[1]);
      expect(nodes).toHaveLength(stepsOf(recipe.steps).length + 1);
      expect(new Set(reached)).toEqual(new Set(nodes.slice(1)));
    },
  );
});
