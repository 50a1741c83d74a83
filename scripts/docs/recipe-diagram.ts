import type { Recipe } from '../../recipes/recipe.ts';
import { planOf, triggerName, type PlannedStep } from './recipe-plan.ts';

/** A recipe as a mermaid diagram: the steps from the top, branches side by side. */
export function diagramOf(recipe: Recipe): string {
  const { app, event } = triggerName(recipe);
  const lines = [`  s1(["1. ${text(app)}<br/>${text(event)}"])`];
  draw(planOf(recipe), ['s1'], lines);
  return ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n');
}

/**
 * Draws steps one below the other.
 *
 * @param from the ends, with their labels, from which the first step is reached
 * @returns the ends of the last one
 */
function draw(plan: readonly PlannedStep[], from: readonly string[], lines: string[]): string[] {
  let ends = [...from];
  for (const entry of plan) {
    const node = `s${entry.number}`;
    lines.push(`  ${shape(entry, node)}`, ...ends.map((end) => `  ${end} --> ${node}`));
    ends = entry.branches.length === 0 ? [node] : [];
    for (const { branch, steps } of entry.branches) {
      ends.push(...draw(steps, [`${node} -- "${text(branch.title)}"`], lines));
    }
    if (entry.inside.length > 0) {
      ends = draw(entry.inside, [`${node} -- "for each"`], lines);
    }
  }
  return ends;
}

function shape({ step, number, app, event }: PlannedStep, node: string): string {
  const label = `"${number}. ${text(app)}<br/>${text(event)}"`;
  const isDecision = step.kind === 'filter' || step.kind === 'paths';
  return isDecision ? `${node}{{${label}}}` : `${node}[${label}]`;
}

/** Quotes end a label. */
function text(words: string): string {
  return words.replaceAll('"', '#quot;');
}
