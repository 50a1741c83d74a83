/** Recipes, and runs of them step by step. */

/** A step as Zapier's editor shows it. */
export interface RecipeStepView {
  key: string;
  /** The trigger is number 1. */
  number: number;
  app: string;
  event: string;
  /** How deep it stands within branches and loops. */
  depth: number;
  /** The path that it is the first step of; empty for all others. */
  branch: string;
}

export interface RecipeView {
  key: string;
  title: string;
  purpose: string;
  /** The partner apps: neither this one nor Zapier's own. */
  apps: string[];
  needs: string[];
  gives: string[];
  notes: string[];
  steps: RecipeStepView[];
  /** What is tried with it. */
  tries: string[];
}

/** A step that runs, has run, or waits to be run. */
export interface RanStepView {
  key: string;
  outcome: 'next' | 'done' | 'stopped' | 'failed';
  input: Record<string, unknown>;
  /** Null until it is done. */
  output: Record<string, unknown> | null;
  /** Why it ended the run; empty where it did not. */
  sentence: string;
}

/** One run of the Zap: what started it, then its steps in the order in which they ran. */
export interface ZapRunView {
  item: Record<string, unknown>;
  steps: RanStepView[];
}

/** What must stand in HighLevel afterwards. */
export interface RecipeOutcome {
  /** Such as "messages". */
  what: string;
  expected: number;
  found: number;
}

export interface RecipeRunView {
  id: string;
  /** `paused` waits for a click; the others have ended. */
  state: 'paused' | 'done' | 'failed';
  runs: ZapRunView[];
  outcomes: RecipeOutcome[];
  /** Why it failed; empty where it did not. */
  sentence: string;
}
