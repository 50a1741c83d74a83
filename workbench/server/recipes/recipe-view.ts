import {
  OWN_APP,
  planOf,
  triggerName,
  type PlannedStep,
} from '../../../scripts/docs/recipe-plan.ts';
import type { Recipe } from '../../../recipes/recipe.ts';
import type { RecipeStepView, RecipeView } from '../../api/recipes.ts';

/** A recipe as the page shows it. */
export function recipeView(recipe: Recipe): RecipeView {
  const { key, title, purpose, needs, gives, notes, tries, partner } = recipe;
  const trigger = { key: 'trigger', number: 1, depth: 0, branch: '', ...triggerName(recipe) };
  const steps = [trigger, ...viewsOf(planOf(recipe), 0)];
  const others = steps
    .map(({ app }) => app)
    .filter((app) => app !== OWN_APP && !app.endsWith('by Zapier'));
  return {
    key,
    title,
    purpose,
    apps: [...new Set([...(partner === undefined ? [] : [partner]), ...others])],
    needs: [...needs],
    gives: [...gives],
    notes: [...notes],
    steps,
    tries: tries.map((one) => one.title),
  };
}

function viewsOf(plan: readonly PlannedStep[], depth: number): RecipeStepView[] {
  return plan.flatMap(({ step: { key }, number, app, event, branches, inside }) => [
    { key, number, app, event, depth, branch: '' },
    ...branches.flatMap(({ branch, steps }) =>
      viewsOf(steps, depth + 1).map((view, index) => ({
        ...view,
        branch: index === 0 ? branch.title : view.branch,
      })),
    ),
    ...viewsOf(inside, depth + 1),
  ]);
}
