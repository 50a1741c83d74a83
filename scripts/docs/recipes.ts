import { RECIPES } from '../../recipes/index.ts';
import { stepsOf, type Receipt, type Recipe } from '../../recipes/recipe.ts';
import { diagramOf } from './recipe-diagram.ts';
import { anchorOf } from './operations.ts';
import { stepsText } from './recipe-steps.ts';
import { OWN_APP, triggerName } from './recipe-plan.ts';
import { appLabel, plain, Words } from './recipe-words.ts';

const INTRO = `# Recipes

Zaps with partner apps, step by step. A test runs each of them: it feeds what the partner sends through the fields exactly as below, into the packaged integration, and checks the outcome in this project's local HighLevel. This page is made from the same data by \`npm run docs\`.

How to read the tables: <kbd>2. Contact ID</kbd> is a field of step 2 that you pick from the list in Zapier; what stands in bold you choose, and everything else you type. A field that is not in the table stays empty. The numbers are those of the editor.`;

/** docs/recipes.md: every recipe with its diagram and its fields. */
export function recipesDocument(): string {
  const list = RECIPES.map((recipe) => {
    const apps = [recipe.partner ?? OWN_APP, triggerName(recipe).app, ...otherApps(recipe)];
    const shown = [...new Set(apps)].filter((name) => name !== OWN_APP).join(', ');
    return `| [${recipe.title}](#${anchorOf(recipe.title)}) | ${shown} |`;
  });
  const table = ['| Recipe | With |', '| --- | --- |', ...list].join('\n');
  return [INTRO, table, ...RECIPES.map(recipeText)].join('\n\n');
}

function otherApps({ steps }: Recipe): string[] {
  return stepsOf(steps).flatMap((step) => (step.kind === 'app' ? [step.app] : []));
}

function recipeText(recipe: Recipe): string {
  const { title, purpose, needs, gives, notes, tries } = recipe;
  const words = new Words(recipe);
  return [
    `## ${title}`,
    purpose,
    diagramOf(recipe),
    '### You need',
    bullets(needs),
    '### Build it',
    stepsText(recipe, words),
    '### What comes out',
    bullets(gives),
    ...receiptTables(recipe),
    '### Good to know',
    bullets(notes),
    `Tried: ${tries.map((one) => one.title).join('; ')}.`,
  ].join('\n\n');
}

/** What other apps are given in the first run that reaches them. */
function receiptTables({ steps, tries }: Recipe): string[] {
  const receipts = tries.find(({ receives = [] }) => receives.length > 0)?.receives ?? [];
  return receipts.map((receipt) => receiptTable(receipt, steps));
}

function receiptTable({ step: key, fields }: Receipt, steps: Recipe['steps']): string {
  const step = stepsOf(steps).find((one) => one.key === key);
  if (step?.kind !== 'app') throw new Error(`${key} is no step of another app.`);
  const rows = Object.entries(fields).map(
    ([field, value]) => `| ${appLabel(step.app, field)} | ${example(value)} |`,
  );
  return [
    `What **${step.action}** sends to ${step.app}, for example:\n`,
    '| Field | Value |',
    '| --- | --- |',
    ...rows,
  ].join('\n');
}

/** Ids differ from run to run. */
function example(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.includes('{{') ? '(an ID of HighLevel)' : plain(text);
}

function bullets(entries: readonly string[]): string {
  return entries.map((entry) => `- ${entry}`).join('\n');
}
