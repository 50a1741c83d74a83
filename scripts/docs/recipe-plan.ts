import { operationFacts, pairOf } from '../../recipes/engine/operations.ts';
import { TRANSFORMS } from '../../recipes/engine/formatter.ts';
import type { Branch, Recipe, Step } from '../../recipes/recipe.ts';

/** This integration, as it is called in Zapier's editor. */
export const OWN_APP = 'HighLevel Conversations';

/** A step with its place in the editor: steps are numbered from the top, branches after each other. */
export interface PlannedStep {
  step: Step;
  number: number;
  app: string;
  event: string;
  /** The label of the operation of this integration that docs/operations/ describes. */
  operation?: string;
  /** Of a step with branches: each of them, with the number of its conditions. */
  branches: PlannedBranch[];
  /** Of a loop: the steps that it repeats. */
  inside: PlannedStep[];
}

export interface PlannedBranch {
  branch: Branch;
  number: number;
  steps: PlannedStep[];
}

/** The steps of a recipe with their numbers; the trigger is number 1. */
export function planOf({ steps }: Recipe): PlannedStep[] {
  let last = 1;
  const number = () => ++last;
  const plan = (list: readonly Step[]): PlannedStep[] =>
    list.map((step) => {
      const own = number();
      return {
        step,
        number: own,
        ...nameOf(step),
        branches:
          step.kind === 'paths'
            ? step.branches.map((branch) => ({
                branch,
                number: number(),
                steps: plan(branch.steps),
              }))
            : [],
        inside: step.kind === 'loop' ? plan(step.steps) : [],
      };
    });
  return plan(steps);
}

/** All steps of a plan, those inside branches and loops too. */
export function allIn(plan: readonly PlannedStep[]): PlannedStep[] {
  return plan.flatMap((entry) => [
    entry,
    ...entry.branches.flatMap(({ steps }) => allIn(steps)),
    ...allIn(entry.inside),
  ]);
}

/** What the editor calls the app and the event of a recipe's trigger. */
export function triggerName({ trigger }: Recipe): { app: string; event: string } {
  return trigger.kind === 'own'
    ? { app: OWN_APP, event: operationFacts('triggers', trigger.operation).label }
    : { app: trigger.app, event: trigger.event };
}

function nameOf(step: Step): Pick<PlannedStep, 'app' | 'event' | 'operation'> {
  switch (step.kind) {
    case 'search':
      return own(operationFacts('searches', step.operation).label);
    case 'create':
      return own(operationFacts('creates', step.operation).label);
    case 'find_or_create': {
      const { label, search } = pairOf(step.operation);
      return { ...own(operationFacts('searches', search).label), event: label };
    }
    case 'app':
      return { app: step.app, event: step.action };
    case 'table':
      return { app: 'Tables by Zapier', event: 'Find or Create Record' };
    case 'filter':
      return { app: 'Filter by Zapier', event: 'Only continue if …' };
    case 'paths':
      return { app: 'Paths by Zapier', event: 'Split into paths' };
    case 'formatter':
      return {
        app: 'Formatter by Zapier',
        event: `${TRANSFORMS[step.transform].event}: ${step.transform}`,
      };
    case 'loop':
      return { app: 'Looping by Zapier', event: 'Create Loop From Line Items' };
  }
}

function own(label: string): Pick<PlannedStep, 'app' | 'event' | 'operation'> {
  return { app: OWN_APP, event: label, operation: label };
}
