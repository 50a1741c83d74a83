import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { RECIPES } from '../../../recipes/index.ts';
import type { RecipeRunView, RecipeView } from '../../api/recipes.ts';
import type { Desk } from '../desk.ts';
import { prepareHighLevel } from '../highlevel/prepare.ts';
import { Problem } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import { RecipeRun } from './recipe-run.ts';
import { recipeView } from './recipe-view.ts';

const started = z.object({ key: z.string(), attempt: z.int().min(0) });
const goingOn = z.object({ id: z.uuid(), isToTheEnd: z.boolean() });

/** The recipes, and one run at a time: each begins with HighLevel's first data. */
export function recipeRoutes(app: FastifyInstance, { zapier }: Desk): void {
  let current: RecipeRun | undefined;

  app.get('/api/recipes', (): RecipeView[] => RECIPES.map(recipeView));

  app.post('/api/recipes/start', async (request): Promise<RecipeRunView> => {
    const { key, attempt } = readBody(started, request.body);
    const recipe = RECIPES.find((one) => one.key === key);
    const one = recipe?.tries[attempt];
    if (!recipe || !one) {
      throw new Problem(404, 'recipe', 'There is no such recipe. The list shows those there are.');
    }
    await current?.leave();
    await zapier.reset();
    await prepareHighLevel(zapier);
    current = new RecipeRun(zapier, recipe, one);
    return current.atPause();
  });

  app.post('/api/recipes/next', (request): Promise<RecipeRunView> => {
    const { id, isToTheEnd } = readBody(goingOn, request.body);
    if (current?.id === id) return current.next(isToTheEnd);
    throw new Problem(404, 'run', 'This run has ended, since another one began. Start it again.');
  });
}
