import type App from '../index.ts';
import type { AppName } from './apps.ts';
import type { FormatterTransform } from './engine/formatter.ts';
import type { Rule } from './engine/rules.ts';
import type { LineItem } from './engine/template.ts';

/** A Zap written as data: what the guide shows, and what a test runs. */
export interface Recipe {
  /** The name of its file and its anchor in the guide. */
  key: string;
  title: string;
  /** What it is for. */
  purpose: string;
  /** Whose data starts the Zap or comes of it, where no step names them. */
  partner?: string;
  /** What a person has to have before building it. */
  needs: readonly string[];
  trigger: Trigger;
  steps: readonly Step[];
  /** What comes out, as a person sees it afterwards. */
  gives: readonly string[];
  /** Missing values, duplicates, what else to know. */
  notes: readonly string[];
  /** Runs that prove it. */
  tries: readonly Try[];
}

/** How a Zap starts: with a trigger of this integration, or with one of another app. */
export type Trigger = OwnTrigger | AppTrigger;

export interface OwnTrigger {
  kind: 'own';
  operation: Extract<keyof typeof App.triggers, string>;
  inputs: Inputs;
}

export interface AppTrigger {
  kind: 'app';
  app: AppName;
  event: string;
  /** Where the other app is told to start this Zap. */
  setUp?: string;
  /** What it sends: an object, or a list of them, which starts one run for each. */
  sample: unknown;
}

/** What is filled into the fields of a step, by their keys. */
export type Inputs = Readonly<Record<string, Mapped>>;

/** Text with `{{step__field}}` in it, the entries of a list, line items, or a dropdown's entry. */
export type Mapped = string | readonly string[] | readonly LineItem[] | Chosen;

/** An entry of the dropdown, by what a person reads there. */
export interface Chosen {
  choose: string;
}

export type Step =
  | SearchStep
  | CreateStep
  | FindOrCreateStep
  | AppStep
  | TableStep
  | FilterStep
  | PathsStep
  | FormatterStep
  | LoopStep;

interface Named {
  /** By which later steps map its fields: `{{key__field}}`. */
  key: string;
}

export interface SearchStep extends Named {
  kind: 'search';
  operation: keyof typeof App.searches;
  inputs: Inputs;
  /** What Zapier asks: whether the Zap goes on when nothing is found. It does not unless told. */
  ifNothing?: 'continue';
  /** What Zapier asks: all results as line items under `results`, in place of the first. */
  all?: true;
}

export interface CreateStep extends Named {
  kind: 'create';
  operation: keyof typeof App.creates;
  inputs: Inputs;
}

export interface FindOrCreateStep extends Named {
  kind: 'find_or_create';
  /** The key of the pair, which is that of its search. */
  operation: keyof typeof App.searches;
  inputs: Inputs;
  /** For the record that is created when none is found. */
  createInputs: Inputs;
}

/** An action of another app. */
export interface AppStep extends Named {
  kind: 'app';
  app: AppName;
  action: string;
  inputs: Inputs;
  /** What it gives to later steps. */
  sample?: Readonly<Record<string, unknown>>;
}

/** Zapier's own table as a memory: finds the row with this value, or adds it. */
export interface TableStep extends Named {
  kind: 'table';
  /** The name of the table. */
  table: string;
  /** The column that must hold the value, and the value. */
  column: string;
  value: string;
}

/** Goes on only if all rules of one group hold. */
export interface FilterStep extends Named {
  kind: 'filter';
  groups: readonly (readonly Rule[])[];
}

/** Each branch whose rules hold is taken; the fallback only when none is. */
export interface PathsStep extends Named {
  kind: 'paths';
  branches: readonly Branch[];
}

export interface Branch {
  title: string;
  groups: readonly (readonly Rule[])[] | 'fallback';
  steps: readonly Step[];
}

export interface FormatterStep extends Named {
  kind: 'formatter';
  transform: FormatterTransform;
  inputs: Inputs;
}

/** Runs its steps once for each line item. */
export interface LoopStep extends Named {
  kind: 'loop';
  /** The values to go through, by the names under which the steps inside find them. */
  over: Readonly<Record<string, string>>;
  steps: readonly Step[];
}

/** One run of a recipe in the sandbox, and what must be true afterwards. */
export interface Try {
  title: string;
  /** What is there before the Zap is switched on. */
  given?: readonly Given[];
  /** What the other app sends, in place of the sample. */
  payload?: unknown;
  /** How often it sends that: once unless told. */
  times?: number;
  /** What happens in HighLevel once the Zap is on, for a trigger of this integration. */
  happens?: readonly Given[];
  /** What happens in HighLevel while a step waits, after each that does: what the contact answers. */
  meanwhile?: readonly Given[];
  /** How many runs reach their last step. */
  finished: number;
  /** How many events of HighLevel reach the Zap, where not every one of them starts a run. */
  events?: number;
  /** How many runs stop on the way: at a filter, or because nothing was found. Zero unless told. */
  stopped?: number;
  outcome: readonly Expectation[];
  /** What actions of other apps were given, in order. */
  receives?: readonly Receipt[];
}

/** Prepares the sandbox, or makes something happen in it. `as` names what comes of it. */
export type Given =
  | { as: string; pick: string; where: Readonly<Record<string, string>> }
  | { as?: string; post: string; body: Readonly<Record<string, unknown>> }
  | {
      as?: string;
      operation: `creates.${keyof typeof App.creates}`;
      inputs: Readonly<Record<string, unknown>>;
    };

/** What the sandbox must hold: records of a kind that match, in this number. */
export interface Expectation {
  /** Names the first of them for later expectations: `{{name__id}}`. */
  as?: string;
  /** A collection of the sandbox's state. */
  in: string;
  where: Readonly<Record<string, string>>;
  /** How many there are: one unless told. */
  count?: number;
  /** What each of them holds. */
  has?: Readonly<Record<string, unknown>>;
  /** Texts that stand in its fields, where these hold more. */
  contains?: Readonly<Record<string, readonly string[]>>;
}

export interface Receipt {
  /** The key of the step. */
  step: string;
  fields: Readonly<Record<string, unknown>>;
  /** Texts that stand in other fields, where these hold more. */
  contains?: Readonly<Record<string, readonly string[]>>;
}

/** Declares a recipe. The function exists for the check of its type. */
export function defineRecipe(recipe: Recipe): Recipe {
  return recipe;
}

/** All steps, those inside branches and loops too, in the order of the editor. */
export function stepsOf(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...stepsOf(stepsInside(step))]);
}

function stepsInside(step: Step): readonly Step[] {
  if (step.kind === 'loop') return step.steps;
  return step.kind === 'paths' ? step.branches.flatMap((branch) => branch.steps) : [];
}
